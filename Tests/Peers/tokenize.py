"""Times tiktoken and Hugging Face's tokenizers on a generated text, for comparison with `lectern bench tokenize`.

    python3 -m venv venv && venv/bin/pip install tiktoken tokenizers
    venv/bin/python Tests/Peers/tokenize.py --out FOLDER
    lectern bench tokenize --tokenizer FOLDER/tokenizer.json --file FOLDER/text.txt --format json

All three use the same merges: Hugging Face learns them, tiktoken gets them as ranks. Times are medians on one thread,
after a run that warms the caches. Nothing is downloaded.
"""

import argparse
import json
import os
import random
import statistics
import sys
import time
from pathlib import Path

os.environ["RAYON_NUM_THREADS"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"

import tiktoken  # noqa: E402
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors, trainers  # noqa: E402

PATTERN = r"""'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"""


def prose(size: int, seed: int = 1) -> str:
    """Made-up words, distributed by Zipf's law over 40,000 of them, in sentences; one word in fifty is new."""
    chance = random.Random(seed)
    onsets = "b c d f g h k l m n p r s t v w st tr pl qu sh th ch".split()
    nuclei = "a e i o u ai ea ou é".split()
    codas = ["", "", "n", "r", "s", "t", "ng", "ck", "st", "ll"]

    def word() -> str:
        return "".join(chance.choice(onsets) + chance.choice(nuclei) + chance.choice(codas) for _ in range(chance.choices([1, 2, 3, 4], [3, 5, 3, 1])[0]))

    lexicon = [word() for _ in range(40000)]
    weights = [1 / (rank + 3) for rank in range(len(lexicon))]
    parts, length = [], 0
    while length < size:
        sentence = chance.choices(lexicon, weights, k=chance.randint(4, 22))
        sentence = [word() if chance.random() < 0.02 else str(chance.randint(0, 3000)) if chance.random() < 0.01 else token for token in sentence]
        if chance.random() < 0.1:
            sentence[-1] += chance.choice(["'s", "'ll", " — 東京", " 🙂", ", Москва"])
        text = " ".join(sentence).capitalize() + chance.choices([". ", "? ", "!\n", ".\n\n", ", "], [70, 8, 7, 10, 5])[0]
        parts.append(text)
        length += len(text.encode())
    return "".join(parts)


def seconds(run, repeats: int) -> float:
    run()
    times = []
    for _ in range(repeats):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True, help="folder for text.txt and tokenizer.json")
    parser.add_argument("--megabytes", type=float, default=3)
    parser.add_argument("--merges", type=int, default=4096)
    parser.add_argument("--repeats", type=int, default=5)
    arguments = parser.parse_args()

    text = prose(int(arguments.megabytes * 1e6))
    size = len(text.encode()) / 1e6
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.post_processor = processors.ByteLevel(trim_offsets=False)

    def train() -> None:
        trainer = trainers.BpeTrainer(vocab_size=256 + arguments.merges, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
        tokenizer.train_from_iterator([text], trainer)

    training = seconds(train, 1)
    arguments.out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(arguments.out / "tokenizer.json"))
    (arguments.out / "text.txt").write_text(text, encoding="utf-8", newline="")

    # GPT-2's characters for bytes, back to bytes.
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(256) if byte not in printable]
    byte_of = {chr(byte): byte for byte in printable} | {chr(0x100 + index): byte for index, byte in enumerate(others)}
    ranks = {bytes(byte_of[character] for character in token): index for token, index in tokenizer.get_vocab().items()}
    encoding = tiktoken.Encoding("peer", pat_str=PATTERN, mergeable_ranks=ranks, special_tokens={})

    expected = tokenizer.encode(text).ids
    if encoding.encode_ordinary(text) != expected:
        print("warning: tiktoken's ids differ: it merges by id, Hugging Face by rank", file=sys.stderr)
    result = {
        "megabytes": round(size, 3),
        "tokens": len(expected),
        "tiktokenMegabytesPerSecond": round(size / seconds(lambda: encoding.encode_ordinary(text), arguments.repeats), 2),
        "huggingFaceMegabytesPerSecond": round(size / seconds(lambda: tokenizer.encode(text), min(arguments.repeats, 3)), 2),
        "huggingFaceTrainingSeconds": round(training, 2),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
