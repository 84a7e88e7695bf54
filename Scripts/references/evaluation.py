"""Reference values for Tests/EvaluationTests, from the packages whose numbers are usually reported.

Usage: pip install sacrebleu rouge-score jiwer torchmetrics scikit-learn scipy && python Scripts/references/evaluation.py

Writes Tests/EvaluationTests/References: texts with the scores that sacrebleu (BLEU, chrF), rouge-score, jiwer (error
rates) and torchmetrics' copy of the SQuAD 2.0 script give them, stems of the Natural Language Toolkit, and labels,
numbers and probabilities with the measures of scikit-learn and scipy. The texts are made here, from a fixed seed;
nothing is downloaded.
"""

import importlib
import json
import math
import random
import sys
from fractions import Fraction
from pathlib import Path

# tokenizers.py beside this file is not the package of that name.
sys.path = [path for path in sys.path if Path(path or ".").resolve() != Path(__file__).resolve().parent]

import jiwer  # noqa: E402
import numpy  # noqa: E402
import scipy.stats  # noqa: E402
import sklearn.metrics as measures  # noqa: E402
from nltk.stem.porter import PorterStemmer  # noqa: E402
from rouge_score.rouge_scorer import RougeScorer  # noqa: E402
from sacrebleu.metrics import BLEU, CHRF  # noqa: E402
from sklearn.calibration import calibration_curve  # noqa: E402
import torch  # noqa: E402

squad = importlib.import_module("torchmetrics.functional.text.squad")
torch.set_default_dtype(torch.float64)

FOLDER = Path(__file__).resolve().parents[2] / "Tests" / "EvaluationTests" / "References"

SUBJECTS = ["The ferry", "A mooring line", "the harbour master", "An old pilot", "The Gull", "Nobody", "The timetable"]
VERBS = ["leaves", "carried", "is repairing", "has been relating", "sells", "happily inspected", "may be cancelling"]
OBJECTS = [
    "the island of Birk", "12 tickets, a return and 3.50 crowns", "two bicycles", "the generalizations of the captain",
    "an empty pier (no. 4)", "news of the outings", "the ropes -- all of them", "its well-known lighthouse",
    "1,250,000.75 litres of diesel", "the 3-4 o'clock boat", "\"whatever floats\"", "skies, flies and dying engines",
]
TAILS = [
    "at seven", "at 8:15 a.m.", "on Sundays", "in the 1990s", "if it rains", "for 5-10 % less", "every 2.5 hours",
    "without a word...", "before 31/12/2024", "with the mate's help", "electrically & radically", "",
]
ENDS = [".", "!", "?", "", " .", "...", ";"]
STRANGE = [
    "Äpfel, Öl und Übermut kosten 3,50 €.", "Der Straßenbelag – naß und glatt – hält.", "ΟΔΥΣΣΕΥΣ ήταν ΕΔΩ.",
    "İstanbul'da ılık bir gün", "渡轮七点出发。", "今日は 船 が 出ません。", "Паром уходит в 7:30, а не в 8.",
    "a\u0301 la carte, the cafe\u0301", "à la carte, the café", "🚢 leaves 🚢🚢 at 7", "👩‍✈️ is the pilot", "&quot;Yes&quot; &amp; &lt;no&gt;",
    "&amp;lt; is not &lt;", "<skipped> the rest", "tab\there and\u00a0there", "the the the the", "a an the", "The", "...", "\u3000wide\u3000space",
    "snake_case and a_b", "e.g. i.e. U.S.A.", "-5 and 3-", "10.000,5", "5.", ".5", ",", "'tis the captain's 'quote'",
    "{curly} [square] (round) |pipe| ~tilde~ `tick` ^hat", "x=1+2*3/4", "http://harbour.example/a?b=c&d=e", "mail@harbour.example",
    "١٢٣ boats", "½ a ticket", "²", "m\u0323", "yyyyyy yy", "ALL CAPS SENTENCE HERE", "line\u2028separator", "ﬁne ligature",
]


def sentence(random):
    words = [random.choice(SUBJECTS), random.choice(VERBS), random.choice(OBJECTS), random.choice(TAILS)]
    return " ".join(word for word in words if word) + random.choice(ENDS)


def changed(text, random):
    """Another way to put it: words dropped, swapped, doubled, in another case, or with another sign."""
    words = text.split(" ")
    for _ in range(random.randrange(5)):
        if not words:
            break
        place = random.randrange(len(words))
        kind = random.randrange(7)
        if kind == 0:
            del words[place]
        elif kind == 1:
            words.insert(place, random.choice(sentence(random).split(" ")))
        elif kind == 2:
            words[place] = words[place].upper()
        elif kind == 3:
            words[place] = words[place].strip(".,;!?") + random.choice([".", ",", "", "ing", "s"])
        elif kind == 4:
            other = random.randrange(len(words))
            words[place], words[other] = words[other], words[place]
        elif kind == 5:
            words.insert(place, words[place])
        else:
            words[place] = words[place][: len(words[place]) // 2 + 1]
    return " ".join(words)


def text_rows():
    rand = random.Random(1)
    rows = [("", [""]), ("", ["something"]), ("something", [""]), ("a", ["the"]), ("a", [""]), (" ", ["   "])]
    rows += [(text, [text]) for text in STRANGE]
    rows += [(rand.choice(STRANGE), [text]) for text in STRANGE]
    rows += [(changed(text, rand), [text, rand.choice(STRANGE), ""][: rand.randint(1, 3)]) for text in STRANGE]
    while len(rows) < 280:
        text = sentence(rand)
        references = [changed(text, rand) if rand.random() < 0.8 else text for _ in range(rand.choice([1, 1, 2, 3]))]
        rows.append((changed(text, rand), references))
    # Several sentences, one a line.
    while len(rows) < 320:
        lines = [sentence(rand) for _ in range(rand.randint(1, 4))]
        prediction = [changed(line, rand) for line in lines if rand.random() < 0.8]
        rand.shuffle(prediction)
        rows.append(("\n".join(prediction), ["\n".join(lines), lines[0] + "-\n\n" + lines[-1]][: rand.randint(1, 2)]))
    return rows


def error_rate(process, prediction, references):
    """By the reference with the lowest rate: errors and length."""
    counts = []
    for reference in references:
        output = process(reference, prediction)
        errors = output.substitutions + output.insertions + output.deletions
        counts.append((errors, output.hits + output.substitutions + output.deletions))
    return min(counts, key=lambda count: count[0] / max(1, count[1]))


def text_scores(rows):
    bleu, chrf, chrf2 = BLEU(effective_order=True), CHRF(), CHRF(word_order=2)
    kinds = ["rouge1", "rouge2", "rougeL", "rougeLsum"]
    plain, stemmed = RougeScorer(kinds), RougeScorer(kinds, use_stemmer=True)
    spaced = lambda text: " ".join(text.split())  # noqa: E731
    words = lambda reference, prediction: jiwer.process_words(spaced(reference), spaced(prediction))  # noqa: E731
    counts = {"cer": [], "wer": []}
    lines = []
    for prediction, references in rows:
        scores = {
            "exact": max(int(squad._compute_exact_match_score(prediction, text)) for text in references),
            "f1": max(float(squad._compute_f1_score(prediction, text)) for text in references),
            "accuracy": int(any(prediction.strip() == text.strip() for text in references)),
            "bleu": bleu.sentence_score(prediction, references).score,
            "chrf": chrf.sentence_score(prediction, references).score,
            "chrf++": chrf2.sentence_score(prediction, references).score,
        }
        for name, scorer in [("", plain), ("-stemmed", stemmed)]:
            for kind, score in scorer.score_multi(references, prediction).items():
                scores[kind + name] = score.fmeasure
        for name, process in [("cer", jiwer.process_characters), ("wer", words)]:
            errors, length = error_rate(process, prediction, references)
            counts[name].append((errors, length))
            scores[name] = errors / max(1, length)
        lines.append({"prediction": prediction, "references": references, "scores": scores})
    streams = [[refs[i] if i < len(refs) else None for _, refs in rows] for i in range(3)]
    predictions = [prediction for prediction, _ in rows]
    corpus = {
        "bleu": BLEU().corpus_score(predictions, streams).score,
        "chrf": chrf.corpus_score(predictions, streams).score,
        "chrf++": chrf2.corpus_score(predictions, streams).score,
    }
    for name, pairs in counts.items():
        corpus[name] = sum(errors for errors, _ in pairs) / sum(length for _, length in pairs)
    for name in lines[0]["scores"]:
        corpus.setdefault(name, sum(line["scores"][name] for line in lines) / len(lines))
    return lines, corpus


def stems():
    """Words with each ending that the stemmer knows, and some that it treats apart."""
    roots = (
        "relat condit valenc hesit digit conform radic differ vil analog vietnam predic oper feud decis hope callous form "
        "sensit triplic electric good reviv allow infer airlin gyroscop adjust defens irrit replac depend adopt homolog "
        "commun activ angular effect bowdler probat ceas control roll hop tann fall hiss fizz fail fil geo archaeo theo "
        "harbour ferr y enjo sk fl spi d l t sp tr cr agre fe plast mo s ies bl siz at iz on ic happ"
    ).split()
    endings = (
        "s es ies ss sses ed eed ing ied y ies ational tional enci anci izer bli abli alli entli eli ousli ization ation "
        "ator alism iveness fulness ousness aliti iviti biliti fulli logi icate ative alize iciti ical ful ness al ance "
        "ence er able ible ant ement ment ent ion ou ism ate iti ous ive ize e ll lly fully ically ology"
    ).split()
    words = {root + ending for root in roots for ending in [""] + endings}
    words |= set("sky skies dying lying tying news innings inning outings outing cannings canning howe proceed exceed succeed "
                 "1990s b2b 3rd 4ths generalizations electrically happily skis".split())
    stemmer = PorterStemmer()
    return [f"{word} {stemmer.stem(word)}" for word in sorted(words) if len(word) > 3]


def label_measures():
    rand = numpy.random.default_rng(2)
    names = ["harbour", "island", "weather", "ticket"]
    cases = []
    for labels, count, skill in [(names, 200, 0.6), (names[:2], 80, 0.8), (names, 40, 0.0), (names[:3], 7, 0.5)]:
        truth = rand.choice(labels, size=count, p=numpy.arange(1, len(labels) + 1) / sum(range(1, len(labels) + 1)))
        other = rand.choice(labels[:-1] if len(labels) > 3 else labels, size=count)
        cases.append((truth, numpy.where(rand.random(count) < skill, truth, other)))
    cases.append((numpy.array(["harbour"] * 5), numpy.array(["harbour"] * 5)))
    cases.append((numpy.array(["harbour"] * 4 + ["island"]), numpy.array(["harbour"] * 5)))
    result = []
    for truth, predicted in cases:
        labels = sorted(set(truth) | set(predicted))
        case = {
            "truth": truth.tolist(), "predicted": predicted.tolist(), "labels": labels,
            "confusion": measures.confusion_matrix(truth, predicted, labels=labels).tolist(),
            "accuracy": measures.accuracy_score(truth, predicted),
            "matthews": measures.matthews_corrcoef(truth, predicted),
        }
        for average in [None, "macro", "micro", "weighted"]:
            precision, recall, f1, support = measures.precision_recall_fscore_support(
                truth, predicted, labels=labels, average=average, zero_division=0)
            values = [precision, recall, f1]
            case[average or "perLabel"] = [value.tolist() if average is None else float(value) for value in values]
            if average is None:
                case["support"] = support.tolist()
        result.append(case)
    return result


def ranking_measures():
    """Scores of two classes, with many equal ones."""
    rand = numpy.random.default_rng(3)
    result = []
    for count, decimals in [(200, 8), (200, 1), (30, 0), (4, 2)]:
        truth = rand.integers(0, 2, size=count)
        truth[:2] = [0, 1]
        scores = numpy.round(numpy.clip(0.25 + 0.3 * truth + 0.35 * rand.random(count), 0, 1), decimals)
        false, true, thresholds = measures.roc_curve(truth, scores, drop_intermediate=False)
        result.append({
            "truth": truth.tolist(), "scores": scores.tolist(), "area": measures.roc_auc_score(truth, scores),
            "falsePositiveRates": false.tolist(), "truePositiveRates": true.tolist(),
            "thresholds": thresholds[1:].tolist(),
        })
    return result


def number_measures():
    rand = numpy.random.default_rng(4)
    result = []
    for count, decimals in [(100, 6), (60, 0), (3, 2)]:
        actual = numpy.round(rand.normal(10, 4, count), decimals)
        predicted = numpy.round(0.7 * actual + rand.normal(2, 2, count), decimals)
        result.append({
            "actual": actual.tolist(), "predicted": predicted.tolist(),
            "mae": measures.mean_absolute_error(actual, predicted),
            "mse": measures.mean_squared_error(actual, predicted), "r2": measures.r2_score(actual, predicted),
            "pearson": float(scipy.stats.pearsonr(predicted, actual)[0]),
            "spearman": float(scipy.stats.spearmanr(predicted, actual)[0]),
        })
    return result


def probability_measures():
    rand = numpy.random.default_rng(5)
    result = []
    for count, classes in [(300, 2), (150, 4), (25, 3)]:
        logits = rand.normal(0, 1.5, (count, classes))
        probabilities = numpy.round(numpy.exp(logits) / numpy.exp(logits).sum(1, keepdims=True), 6)
        probabilities[:, -1] = numpy.round(1 - probabilities[:, :-1].sum(1), 6)
        tempered = probabilities**0.6 / (probabilities**0.6).sum(1, keepdims=True)
        truth = numpy.array([rand.choice(classes, p=row) for row in tempered])
        case = {
            "probabilities": probabilities.tolist(), "truth": truth.tolist(),
            "logLoss": measures.log_loss(truth, probabilities, labels=list(range(classes))),
            "brier": float(((probabilities - numpy.eye(classes)[truth]) ** 2).sum(1).mean()),
        }
        if classes == 2:
            positive = probabilities[:, 1]
            case["binaryBrier"] = measures.brier_score_loss(truth, positive)
            for strategy in ["uniform", "quantile"]:
                fraction, mean = calibration_curve(truth, positive, n_bins=10, strategy=strategy)
                case[strategy] = [mean.tolist(), fraction.tolist()]
        confidence, right = probabilities.max(1), probabilities.argmax(1) == truth
        # An edge belongs to the bin below it.
        bins = numpy.searchsorted(numpy.arange(1, 10) / 10, confidence)
        gaps = [abs(right[bins == b].mean() - confidence[bins == b].mean()) * (bins == b).sum() for b in set(bins.tolist())]
        case["equalWidthError"] = float(sum(gaps) / count)
        pieces = numpy.array_split(numpy.argsort(confidence, kind="stable"), 10)
        gaps = [abs(right[piece].mean() - confidence[piece].mean()) * len(piece) for piece in pieces]
        case["equalMassError"] = float(sum(gaps) / count)
        result.append(case)
    return result


def pass_at_k():
    """Exactly, by fractions."""
    cases = [(1, 0, 1), (1, 1, 1), (5, 2, 3), (10, 1, 1), (10, 1, 10), (20, 3, 5), (200, 13, 100), (200, 0, 7), (50, 49, 2)]
    return [[n, c, k, float(1 - Fraction(math.comb(n - c, k), math.comb(n, k)))] for n, c, k in cases]


def searches():
    """Of each search which results are relevant, best first: the mean precision at their places, and reciprocal rank."""
    rand = numpy.random.default_rng(6)
    result = []
    for count in [1, 3, 5, 10, 10, 20]:
        relevant = rand.random(count) < 0.4
        relevant[rand.integers(count)] = True
        ranks = numpy.arange(count, 0, -1)
        first = numpy.zeros(count, dtype=int)
        first[relevant.argmax()] = 1
        result.append({
            "relevant": relevant.tolist(), "precision": measures.average_precision_score(relevant, ranks),
            "reciprocalRank": measures.label_ranking_average_precision_score(first[None], ranks[None]),
        })
    return result


def statistics():
    counts = [(0, 0), (1, 0), (0, 5), (3, 9), (10, 10), (30, 12), (100, 141), (7, 8)]
    shares = [(0, 1), (1, 1), (5, 10), (0, 20), (20, 20), (37, 50), (999, 1000)]
    return {
        "mcnemar": [
            [b, c, float(scipy.stats.binomtest(min(b, c), b + c).pvalue) if b + c else 1.0] for b, c in counts],
        "wilson": [
            [k, n, *map(float, scipy.stats.binomtest(k, n).proportion_ci(0.95, method="wilson"))] for k, n in shares],
    }


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    rounded = lambda value: json.loads(json.dumps(value), parse_float=lambda text: float(f"{float(text):.12g}"))  # noqa: E731
    lines, corpus = text_scores(text_rows())
    (FOLDER / "texts.jsonl").write_text(
        "".join(json.dumps(rounded(line), ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    (FOLDER / "stems.txt").write_text("\n".join(stems()) + "\n")
    numbers = {
        "corpus": corpus, "labels": label_measures(), "ranking": ranking_measures(), "numbers": number_measures(),
        "probabilities": probability_measures(), "passAtK": pass_at_k(), "searches": searches(), "statistics": statistics(),
    }
    (FOLDER / "measures.json").write_text(
        "{\n" + ",\n".join(f'"{name}": {json.dumps(rounded(value))}' for name, value in numbers.items()) + "\n}\n")


if __name__ == "__main__":
    main()
