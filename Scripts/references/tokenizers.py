"""Writes the reference values of Tests/TokenizersTests/References with Hugging Face's tokenizers.

    python3 -m venv venv && venv/bin/pip install tokenizers==0.23.3
    venv/bin/python Scripts/references/tokenizers.py

Everything is made here from seeds: no data is read and nothing is downloaded. The Swift tests read only the files.
"""

import json
import random
import shutil
import sys
from pathlib import Path

# This file has the name of the package: look for that elsewhere.
sys.path = [entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).resolve().parent]

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers  # noqa: E402

ROOT = Path(__file__).resolve().parents[2] / "Tests" / "TokenizersTests" / "References"


# Texts


def corpus(seed: int, words: int) -> str:
    """Made-up prose: a few hundred words, frequent ones more often, with punctuation, numbers and other scripts."""
    chance = random.Random(seed)
    syllables = ["ka", "to", "ri", "men", "sha", "lo", "ver", "in", "ing", "er", "the", "an", "qu", "ou", "st", "é", "ü"]
    lexicon = ["".join(chance.choice(syllables) for _ in range(chance.randint(1, 4))) for _ in range(300)]
    lexicon += ["don't", "we're", "I've", "she'll", "it's", "DON'T", "Москва", "поезд", "東京", "こんにちは", "🙂", "🧪🧬", "naïve"]
    lexicon += ["3", "42", "1999", "2.5", "x_1", "a+b", "--", "...", "==="]
    text = []
    for _ in range(words):
        word = lexicon[min(int(chance.expovariate(0.02)), len(lexicon) - 1)]
        text.append(word.capitalize() if chance.random() < 0.1 else word)
        text.append(chance.choices([" ", "  ", ", ", ". ", "\n", "\n\n", "\t", "!", "? "], [60, 2, 8, 6, 3, 2, 1, 1, 1])[0])
    return "".join(text)


FIXED = [
    "", " ", "  ", "   ", "\n", "\n\n", " \n", "\n ", "\t\t", "\r\n", "a", " a", "  a", "a ", "a  ", "  a  ", "\n\na", " \n a",
    "the ferry leaves at seven", "The ferry leaves at seven.", "Hello, world!", "hello world", "HELLO", "x" * 70, "ab" * 60,
    "word " * 30, "-" * 33, "=" * 64 + "a", " " * 40 + "x", "\n" * 9, "a" * 101, "a" * 100, "b" * 250, "é" * 60,
    "I'm you're he'll we've it's don't I'd", "I'M YOU'RE HE'LL WE'VE IT'S DON'T I'D", "'s 't 're 've 'm 'll 'd", " 's", "''s", "'ss",
    "'", "''", "' s", "'S", "l'été", "'r", "'l", "'v", "'rex", "o'clock", "’s", "1's", "a's1",
    "3.14159", "1,000,000", "x1y2", "1999-12-31", "²³¹", "½ cup", "Ⅷ", "٣٤", "一二三", "೧೨", "1st", "1 2  3", " 12", "a1 b2",
    "naïve café", "nai\u0308ve cafe\u0301", "\u0301", "e\u0301\u0323", "e\u0323\u0301", "é\u0323", "Å Å Å", "ﬁ ﬂ", "ß ẞ", "İstanbul", "ΑΣ ΟΔΟΣ", "ǅ ǆ",
    "q\u0307\u0323", "\u1100\u1161\u11a8", "각", "한국어 텍스트", "こんにちは世界", "東京 is 東京都", "中文字符，标点。", "豈更車", "\U0002f800\U0002f801", "\U00020000\U0002a6d6",
    "Москва — столица", "ёлка й", "שָׁלוֹם", "السَّلامُ عليكم", "नमस्ते", "สวัสดี", "ქართული", "Ελληνικά ά", "Việt Nam ệ",
    "🙂", "🙂🙃", "👨‍👩‍👧‍👦", "🇫🇷🇩🇪", "👍🏽", "a🙂b", " 🙂 ", "1️⃣", "🧪🧬🦠", "☎️", "©®™", "→⇒", "∑∫√", "$€£¥", "``''", "“quoted”", "«ça»", "¿qué?",
    "\u00a0", "a\u00a0b", "\u2003wide\u2003", "\u3000全角\u3000", "a\u200bb", "a\u200db", "\ufeffbom", "a\u2028b\u2029c", "\x85", "a\x85b", "\x1c\x1d\x1e\x1f", "\u180e",
    "\x00", "a\x00b", "\x01\x02", "\x7f", "a\x07b", "\u202eabc", "\ufffd", "a\ufffdb", "\ufdd0", "\ue000", "\U000e0041", "\U0010ffff", "\u0378", "\U0001fbf0",
    "C:\\path\\file", "https://example.org/?q=1&r=2#x", "foo_bar-baz", "a.b.c", "e-mail@x.org", "#tag", "50%", "(a)", "[b]", "{c}", "<d>", "f(x)=x^2", "~`|",
    "[CLS] a [SEP]", "[CLS]", "[cls]", "a[SEP]b", "[MASK]", "un[MASK]ed", "[UNK]", "[PAD][PAD]", "<|endoftext|>", "a<|endoftext|>b", "<|endoftext|", "<|endoftext|><|endoftext|>",
    " <|endoftext|> ", "<s>", "</s>", "<s>the</s> the", "a <mask> b", "a  <mask>  b", "<mask><mask>", "<mask>", " <mask>", "é<mask>é", "a<sep>b", "a <sep> b", "<sep>b",
    "éa <sep>", "<pad>é", "<pad> é", "new york", "New York", "NEW YORK", "new  york", "newer york", "ĠĠ", "Ġthe", "Ċ", "##ing", "a##b",
    "ꟊ\U00010d40", "ࢯ", "𐵯", "᭎", "𑧿", "᙭", "\U000111c9", "\u1885a\u1886", "a\u1734", "\U0001171e", "a\ua9bd", "क\u093c", "\u0958", "𑄮", "\U00011938", "a\u0345\u0301", "\u0344",
]


def random_texts(seed: int, count: int) -> list[str]:
    chance = random.Random(seed)
    ranges = [
        (0x20, 0x7E), (0, 0x1F), (0x80, 0xFF), (0x100, 0x24F), (0x300, 0x36F), (0x370, 0x52F), (0x590, 0x6FF), (0x900, 0xDFF), (0x1E00, 0x1FFF),
        (0x2000, 0x20CF), (0x2100, 0x27BF), (0x3000, 0x30FF), (0x4E00, 0x4FFF), (0xAC00, 0xAFFF), (0xF900, 0xFAFF), (0xFE00, 0xFFEF),
        (0x10000, 0x1135F), (0x1D400, 0x1D7FF), (0x1F300, 0x1FAFF), (0x20000, 0x201FF), (0x30000, 0x300FF), (0xE0000, 0xE01EF), (0xF0000, 0xF00FF),
    ]
    texts = []
    for index in range(count):
        kind = index % 4
        if kind == 0:  # neighbouring characters
            low, high = ranges[(index // 4) % len(ranges)]
            texts.append("".join(chr(chance.randint(low, high)) for _ in range(chance.randint(1, 16))))
        elif kind == 1:  # a mixture
            texts.append("".join(chr(chance.randint(*chance.choice(ranges))) for _ in range(chance.randint(1, 16))))
        elif kind == 2:  # bytes that are hardly UTF-8
            texts.append(bytes(chance.choice([chance.randrange(256), 32, 101, 0xC3, 0xA9]) for _ in range(chance.randint(1, 24))).decode("utf-8", "replace"))
        else:  # pieces that the pattern looks at
            pieces = [" ", "  ", "\n", "\t", "'", "'s", "'ll", "'RE", "a", "the", "é", "1", "42", "²", ".", "!!", "\u00a0", "\u3000", "🙂", "中", "\u0301", "<mask>", "[SEP]"]
            texts.append("".join(chance.choice(pieces) for _ in range(chance.randint(1, 14))))
    return texts


TEXTS = FIXED + random_texts(7, 160) + [corpus(11, 40)]
CORPUS = corpus(1, 4000)


# Tokenizers


def byte_level(add_prefix_space=False, use_regex=True, trim_offsets=False, **model) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE(**model))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=add_prefix_space, use_regex=use_regex)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=trim_offsets)
    return tokenizer


def train(tokenizer: Tokenizer, texts: list[str], vocab_size: int, specials=(), min_frequency=0, alphabet=True) -> Tokenizer:
    initial = pre_tokenizers.ByteLevel.alphabet() if alphabet else []
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size, min_frequency=min_frequency, special_tokens=list(specials), initial_alphabet=initial, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def roberta() -> Tokenizer:
    specials = ["<s>", "<pad>", "</s>", "<unk>", AddedToken("<mask>", lstrip=True)]
    tokenizer = train(byte_level(add_prefix_space=True), [CORPUS], 500, specials)
    tokenizer.add_tokens([AddedToken("<sep>", rstrip=True), AddedToken("new york", single_word=True), AddedToken("york", normalized=True)])
    tokenizer.post_processor = processors.Sequence(
        [
            processors.ByteLevel(add_prefix_space=True, trim_offsets=True),
            processors.TemplateProcessing(single="<s> $A </s>", pair="<s> $A </s> $B:1 </s>:1", special_tokens=[("<s>", 0), ("</s>", 2)]),
        ]
    )
    return tokenizer


def word_pieces(vocabulary: dict[str, int], **normalizer) -> Tokenizer:
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(**normalizer)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece(prefix="##", cleanup=True)
    tokenizer.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    return tokenizer


def bert_vocabulary() -> dict[str, int]:
    """Learnt pieces, and single characters that exercise canonical equivalence, accents and punctuation.

    The pieces are those of byte-pair encoding, once for the beginning of a word and once for its inside: the trainer for
    WordPiece numbers its alphabet in another order each time.
    """
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.train_from_iterator([CORPUS], trainers.BpeTrainer(vocab_size=250, show_progress=False))
    pieces = [token for token, _ in sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])]
    tokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + pieces + ["##" + piece for piece in pieces]
    extra = "é e\u0301 ##é ##e\u0301 Å Å É ß ss 中 文 豈 更 東 京 都 한 국 ᄒ ᅡ ᆫ ##ᅡ ##ᆫ й и ё е ##\u0301 ##\u0323 \u0301 İ i i\u0307 ##\u0307 ² ½ 🙂 ##🙂 ( ) [ ] # $ € “ ” — \ufffd \u0378 new york"
    extra_tokens = extra.split(" ") + list("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,!?'-")
    extra_tokens += ["##" + letter for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"]
    for token in extra_tokens:
        if token not in tokens:
            tokens.append(token)
    return {token: index for index, token in enumerate(tokens)}


# Files


def write_json(path: Path, value) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def byte_offsets(text: str, encoding) -> list[int]:
    """Start and end of each token, one after the other, in bytes."""
    lengths = [0]
    for character in text:
        lengths.append(lengths[-1] + len(character.encode()))
    return [lengths[position] for range_ in encoding.offsets for position in range_]


def write_encodings(name: str, tokenizer: Tokenizer, special=False) -> None:
    """The tokenizer's file, and a line `[ids, tokens, offsets]` for each text."""
    folder = ROOT / name
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    lines = []
    for text in TEXTS:
        encoding = tokenizer.encode(text, add_special_tokens=special)
        lines.append(json.dumps([encoding.ids, encoding.tokens, byte_offsets(text, encoding)], ensure_ascii=False, separators=(",", ":")))
    (folder / "encodings.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def merges_of(tokenizer: Tokenizer) -> list[str]:
    return [" ".join(pair) for pair in json.loads(tokenizer.to_str())["model"]["merges"]]


def write_trainings() -> None:
    """What training gives, for texts where ties, repeats and limits matter."""
    chance = random.Random(5)
    runs = " ".join(chance.choice("ab-= ") * chance.randint(1, 9) for _ in range(400))
    letters = "".join(chance.choice("aab b\nc") for _ in range(3000))
    cases = [
        dict(texts=[CORPUS], vocab_size=800),
        dict(texts=[CORPUS], vocab_size=600, specials=["<|endoftext|>", "<pad>"]),
        dict(texts=[CORPUS], vocab_size=2000, min_frequency=5),
        dict(texts=[CORPUS], vocab_size=400, add_prefix_space=True),
        dict(texts=[CORPUS[:3000]], vocab_size=400, use_regex=False),
        dict(texts=[CORPUS[:4000], CORPUS[4000:7000], "", " "], vocab_size=5000),
        dict(texts=[runs], vocab_size=320),
        dict(texts=[letters], vocab_size=500),
        dict(texts=[letters], vocab_size=300, use_regex=False),
        dict(texts=["aaaaaaaaaa aaaaa aaa aa a"], vocab_size=300),
        dict(texts=["the then them these the"], vocab_size=300, specials=["the"]),
        dict(texts=["a b c"], vocab_size=256),
        dict(texts=[""], vocab_size=300),
        dict(texts=[], vocab_size=300),
    ]
    results = []
    for case in cases:
        options = {key: case[key] for key in ("add_prefix_space", "use_regex") if key in case}
        specials = case.get("specials", [])
        tokenizer = train(byte_level(**options), case["texts"], case["vocab_size"], specials, case.get("min_frequency", 0))
        tokens = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
        # The corpus stands in a file of its own.
        texts = [[CORPUS.index(text), len(text)] if len(text) > 2900 and text in CORPUS else text for text in case["texts"]]
        results.append({**case, "texts": texts, "merges": merges_of(tokenizer), "last_tokens": [token for token, _ in tokens[-3:]], "size": len(tokens)})
    (ROOT / "corpus.txt").write_text(CORPUS, encoding="utf-8", newline="")
    write_json(ROOT / "trainings.json", results)


def runs_of(classify) -> str:
    """For all of Unicode: where the class changes, in hexadecimal, and to what."""
    runs, last = [], None
    for value in range(0x110000):
        if 0xD800 <= value < 0xE000:
            continue
        current = classify(chr(value))
        if current != last:
            runs.append(f"{value:x} {current}")
            last = current
    return "\n".join(runs) + "\n"


def write_unicode() -> None:
    pattern = pre_tokenizers.ByteLevel(add_prefix_space=False)
    words = pre_tokenizers.BertPreTokenizer()

    def gpt2_class(character: str) -> str:
        for neighbour, name in (("a", "letter"), ("1", "number"), ("!", "other")):
            if len(pattern.pre_tokenize_str(neighbour + character + neighbour)) == 1:
                return name
        return "space"

    def bert_class(character: str) -> str:
        return {1: "word", 2: "space", 3: "punctuation"}[len(words.pre_tokenize_str("a" + character + "a"))]

    (ROOT / "gpt2-classes.txt").write_text(runs_of(gpt2_class))
    (ROOT / "bert-classes.txt").write_text(runs_of(bert_class))

    # What BERT makes of each character that it changes; a line for characters next to each other that vanish.
    normalizer = normalizers.BertNormalizer(handle_chinese_chars=False)
    lines, first = [], None
    for value in range(0x110001):
        surrogate = 0xD800 <= value < 0xE000 or value == 0x110000
        result = "x" if surrogate else normalizer.normalize_str(chr(value))
        if result == "":
            first = value if first is None else first
            continue
        if first is not None:
            lines.append(f"{first:x}-{value - 1:x}")
            first = None
        if not surrogate and result != chr(value) and not 0xAC00 <= value < 0xD7A4:
            lines.append(f"{value:x} " + " ".join(f"{ord(character):x}" for character in result))
    (ROOT / "bert-normalized.txt").write_text("\n".join(lines) + "\n")


def main() -> None:
    shutil.rmtree(ROOT, ignore_errors=True)
    write_json(ROOT / "texts.json", TEXTS)

    gpt2 = train(byte_level(), [CORPUS], 700, ["<|endoftext|>"])
    write_encodings("gpt2", gpt2)
    gpt2.model.save(str(ROOT / "gpt2"))
    write_encodings("roberta", roberta(), special=True)
    write_encodings("whole-text", train(byte_level(use_regex=False), [CORPUS[:2000]], 300))
    write_encodings("unknown-bytes", train(byte_level(unk_token="<unk>"), ["the ferry leaves"], 40, ["<unk>"], alphabet=False))
    write_encodings("unknown-bytes-fused", train(byte_level(unk_token="<unk>", fuse_unk=True), ["the ferry leaves"], 40, ["<unk>"], alphabet=False))
    write_encodings("missing-bytes", train(byte_level(), ["the ferry leaves"], 40, alphabet=False))

    vocabulary = bert_vocabulary()
    uncased = word_pieces(vocabulary)
    write_encodings("bert-uncased", uncased, special=True)
    uncased.model.save(str(ROOT / "bert-uncased"))
    cased = word_pieces(vocabulary, lowercase=False)
    cased.add_tokens([AddedToken("New York", normalized=True), AddedToken("café", normalized=True)])
    write_encodings("bert-cased", cased)
    write_encodings("bert-raw", word_pieces(vocabulary, clean_text=False, handle_chinese_chars=False, strip_accents=True, lowercase=False))

    characters = Tokenizer(models.WordLevel({character: index for index, character in enumerate(["<unk>"] + sorted(set(CORPUS)))}, unk_token="<unk>"))
    characters.pre_tokenizer = pre_tokenizers.Split(Regex(r"[\s\S]"), "isolated")
    characters.decoder = decoders.Fuse()
    characters.add_special_tokens(["<unk>"])
    write_encodings("characters", characters)

    chance = random.Random(3)
    samples = [[chance.randrange(size) for _ in range(chance.randint(0, 20))] for size in [gpt2.get_vocab_size()] * 40]
    write_json(ROOT / "gpt2" / "decodings.json", [[ids, gpt2.decode(ids, skip_special_tokens=index % 2 == 1)] for index, ids in enumerate(samples)])
    samples = [[chance.randrange(len(vocabulary)) for _ in range(chance.randint(0, 20))] for _ in range(40)]
    write_json(ROOT / "bert-uncased" / "decodings.json", [[ids, uncased.decode(ids, skip_special_tokens=index % 2 == 1)] for index, ids in enumerate(samples)])

    write_trainings()
    write_unicode()


if __name__ == "__main__":
    main()
