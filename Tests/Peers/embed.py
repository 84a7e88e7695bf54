"""Times a BERT of MiniLM's sizes in Hugging Face's transformers, for comparison with `lectern bench embed`.

    python3 -m venv venv && venv/bin/pip install torch transformers
    venv/bin/python Tests/Peers/embed.py --sentences 32 --tokens 24

Weights and tokens are random; no sentence is padded. The embedding is the mean of the tokens' vectors, of length 1.
The time is the median after a warm-up; the memory is the most that the process had resident, less what it had before
the model. Nothing is downloaded.
"""

import argparse
import json
import resource
import statistics
import sys
import time

sys.path.pop(0)  # tokenize.py, beside this file, is not Python's own

import torch  # noqa: E402
from transformers import BertConfig, BertModel  # noqa: E402


def resident_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sentences", type=int, default=32)
    parser.add_argument("--tokens", type=int, default=24)
    parser.add_argument("--repeats", type=int, default=20)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    torch.manual_seed(1)
    before = resident_megabytes()
    sizes = BertConfig(hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536)
    model = BertModel(sizes).eval()
    tokens = torch.randint(sizes.vocab_size, (arguments.sentences, arguments.tokens))
    present = torch.ones_like(tokens)

    def embed() -> torch.Tensor:
        states = model(tokens, attention_mask=present).last_hidden_state
        weights = present.unsqueeze(-1).float()
        mean = (states * weights).sum(1) / weights.sum(1)
        return torch.nn.functional.normalize(mean)

    times = []
    with torch.inference_mode():
        embed()
        for _ in range(arguments.repeats):
            start = time.perf_counter()
            embed()
            times.append(time.perf_counter() - start)
    result = {
        "sentencesPerSecond": round(arguments.sentences / statistics.median(times), 1),
        "peakMegabytes": round(resident_megabytes() - before, 1),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
