"""Times Hugging Face transformers writing tokens with a GPT-2, for comparison with `lectern bench generate`.

    python3 -m venv venv && venv/bin/pip install torch transformers
    venv/bin/python Tests/Peers/generate.py
    lectern bench generate --format json

The sizes are those of GPT-2 with 124 million parameters unless others are given, the weights random. Greedy, with
transformers' key-value cache; one text, or several at a time. The time is that of the tokens after the first, the median
of the repetitions; the memory is the most that the process had resident, less what it had before the model. Nothing is
downloaded.
"""

import argparse
import json
import resource
import statistics
import sys
import time

sys.path.pop(0)  # tokenize.py, beside this file, is not Python's own

import torch  # noqa: E402
from transformers import GPT2Config, GPT2LMHeadModel  # noqa: E402


def resident_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--heads", type=int, default=12)
    parser.add_argument("--channels", type=int, default=768)
    parser.add_argument("--context", type=int, default=1024)
    parser.add_argument("--vocabulary", type=int, default=50257)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--prompt-tokens", type=int, default=16)
    parser.add_argument("--new-tokens", type=int, default=64, help="of each text")
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    if arguments.new_tokens < 2:
        parser.error("--new-tokens must be 2 or more: the first token's time is that of the prompt")
    if arguments.prompt_tokens + arguments.new_tokens > arguments.context:
        parser.error("the prompt and the new tokens must fit the context")

    before = resident_megabytes()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(1)
    configuration = GPT2Config(
        vocab_size=arguments.vocabulary, n_positions=arguments.context, n_embd=arguments.channels,
        n_layer=arguments.layers, n_head=arguments.heads, bos_token_id=None, eos_token_id=None)
    model = GPT2LMHeadModel(configuration).eval()
    prompt = torch.randint(0, arguments.vocabulary, (arguments.batch, arguments.prompt_tokens))

    def seconds(count: int) -> float:
        start = time.perf_counter()
        model.generate(
            prompt, attention_mask=torch.ones_like(prompt), do_sample=False, min_new_tokens=count, max_new_tokens=count,
            pad_token_id=0)
        return time.perf_counter() - start

    seconds(2)
    times = [seconds(arguments.new_tokens) - seconds(1) for _ in range(arguments.repetitions)]
    tokens = arguments.batch * (arguments.new_tokens - 1)
    print(json.dumps({
        "tokensPerSecond": round(tokens / statistics.median(times), 2),
        "peakMegabytes": round(resident_megabytes() - before, 1),
    }))


if __name__ == "__main__":
    main()
