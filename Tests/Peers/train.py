"""Times a training step of a GPT in PyTorch, eager, for comparison with `lectern bench train`.

    python3 -m venv venv && venv/bin/pip install torch numpy
    venv/bin/python Tests/Peers/train.py --layers 4 --heads 4 --channels 128 --context 64 --vocabulary 65 --batch 12
    lectern bench train --layers 4 --heads 4 --channels 128 --context 64 --vocabulary 65 --batch 12 --format json

The model is GPT-2's: the norm before each part, fused attention, GELU, the token embedding used at both ends. A step is
forward, backward, clipping to a norm of 1, and AdamW. Tokens are random. The time is the median of the steps after a
tenth of them as a warm-up; the memory is the most that the process had resident, less what it had before the model.
"""

import argparse
import json
import math
import resource
import statistics
import sys
import time

sys.path.pop(0)  # tokenize.py, beside this file, is not Python's own

import torch  # noqa: E402
from torch import nn  # noqa: E402
from torch.nn import functional  # noqa: E402


class Block(nn.Module):
    def __init__(self, channels: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(channels), nn.LayerNorm(channels)
        self.queries_keys_values = nn.Linear(channels, 3 * channels)
        self.attended = nn.Linear(channels, channels)
        self.hidden = nn.Linear(channels, 4 * channels)
        self.output = nn.Linear(4 * channels, channels)

    def attention(self, x: torch.Tensor) -> torch.Tensor:
        batch, time, channels = x.shape
        parts = self.queries_keys_values(x).split(channels, dim=2)
        queries, keys, values = (part.view(batch, time, self.heads, -1).transpose(1, 2) for part in parts)
        context = functional.scaled_dot_product_attention(queries, keys, values, is_causal=True)
        return self.attended(context.transpose(1, 2).reshape(batch, time, channels))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = x + self.attention(self.norm1(x))
        return x + self.output(functional.gelu(self.hidden(self.norm2(x)), approximate="tanh"))


class GPT(nn.Module):
    def __init__(self, layers: int, heads: int, channels: int, context: int, vocabulary: int) -> None:
        super().__init__()
        self.token_embedding = nn.Embedding(vocabulary, channels)
        self.position_embedding = nn.Embedding(context, channels)
        self.blocks = nn.ModuleList(Block(channels, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(channels)
        self.head = nn.Linear(channels, vocabulary, bias=False)
        self.head.weight = self.token_embedding.weight
        for name, parameter in self.named_parameters():
            if parameter.dim() == 2:
                is_last = name.endswith(("attended.weight", "output.weight"))
                nn.init.normal_(parameter, std=0.02 / (math.sqrt(2 * layers) if is_last else 1))

    def forward(self, tokens: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        x = self.token_embedding(tokens) + self.position_embedding(torch.arange(tokens.shape[1]))
        for block in self.blocks:
            x = block(x)
        return functional.cross_entropy(self.head(self.norm(x)).flatten(0, 1), targets.flatten())


def resident_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    for name, value in [("layers", 4), ("heads", 4), ("channels", 128), ("context", 64), ("vocabulary", 65), ("batch", 12)]:
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    torch.manual_seed(1)
    before = resident_megabytes()
    model = GPT(arguments.layers, arguments.heads, arguments.channels, arguments.context, arguments.vocabulary)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)
    shape = (arguments.batch, arguments.context)

    def step() -> None:
        tokens, targets = (torch.randint(arguments.vocabulary, shape) for _ in range(2))
        optimizer.zero_grad()
        model(tokens, targets).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()

    times = []
    warm_up = max(2, arguments.steps // 10)
    for _ in range(warm_up + arguments.steps):
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    seconds = statistics.median(times[warm_up:])
    result = {
        "millisecondsPerStep": round(seconds * 1000, 3),
        "tokensPerSecond": round(arguments.batch * arguments.context / seconds, 1),
        "peakMegabytes": round(resident_megabytes() - before, 1),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
