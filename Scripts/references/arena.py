"""Reference values for Tests/EvaluationTests/Arena, from SciPy, scikit-learn and a plain loop.

Usage: python Scripts/references/arena.py

Writes Tests/EvaluationTests/References/arena.json: votes from a fixed seed; the strengths of Bradley and Terry, and those
of Davidson's model with its tie factor, found by maximising the likelihood with a general optimiser; Elo's ratings; and
Cohen's kappa of two judges. Nothing is downloaded.
"""

import json
import math
import random
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import cohen_kappa_score

FILE = Path(__file__).resolve().parents[2] / "Tests" / "EvaluationTests" / "References" / "arena.json"
MODELS = ["base", "large", "small", "tuned"]
TRUE = {"base": 0.0, "large": 1.2, "small": -1.0, "tuned": 0.6}


def votes(count: int, seed: int) -> list[dict]:
    source = random.Random(seed)
    result = []
    for number in range(count):
        a, b = source.sample(MODELS, 2)
        pi, pj = math.exp(TRUE[a]), math.exp(TRUE[b])
        tie = 0.5 * math.sqrt(pi * pj)
        winner = source.choices(["a", "b", "tie"], [pi, pj, tie])[0]
        result.append({"a": a, "b": b, "winner": winner, "judge": "simulated", "prompt": f"question {number}"})
    return result


def fit(cast: list[dict], davidson: bool) -> tuple[list[float], float]:
    place = {model: index for index, model in enumerate(MODELS)}

    def loss(parameters: np.ndarray) -> float:
        theta = np.append(parameters[:3], 0)
        total = 0.0
        for vote in cast:
            i, j = theta[place[vote["a"]]], theta[place[vote["b"]]]
            if davidson:
                tie = parameters[3] + (i + j) / 2
                chosen = {"a": i, "b": j, "tie": tie}[vote["winner"]]
                total -= chosen - np.logaddexp(np.logaddexp(i, j), tie)
            else:
                share = {"a": 1, "b": 0, "tie": 0.5}[vote["winner"]]
                total -= share * i + (1 - share) * j - np.logaddexp(i, j)
        return total

    start = np.zeros(4 if davidson else 3)
    found = minimize(loss, start, method="BFGS", options={"gtol": 1e-9})
    theta = np.append(found.x[:3], 0)
    return list(theta - theta.mean()), math.exp(found.x[3]) if davidson else 0.0


def elo(cast: list[dict], step: float) -> dict[str, float]:
    ratings = dict.fromkeys(MODELS, 1000.0)
    for vote in cast:
        expected = 1 / (1 + 10 ** ((ratings[vote["b"]] - ratings[vote["a"]]) / 400))
        gain = step * ({"a": 1, "b": 0, "tie": 0.5}[vote["winner"]] - expected)
        ratings[vote["a"]] += gain
        ratings[vote["b"]] -= gain
    return ratings


def agreement(seed: int) -> dict:
    source = random.Random(seed)
    one = [source.choices(["a", "b", "tie"], [5, 4, 2])[0] for _ in range(60)]
    other = [verdict if source.random() < 0.6 else source.choice(["a", "b", "tie"]) for verdict in one]
    share = sum(x == y for x, y in zip(one, other)) / len(one)
    return {"one": one, "other": other, "share": share, "kappa": cohen_kappa_score(one, other)}


def main() -> None:
    cast = votes(400, seed=7)
    half, _ = fit(cast, davidson=False)
    davidson, factor = fit(cast, davidson=True)
    content = {
        "models": MODELS,
        "votes": cast,
        "half": half,
        "davidson": davidson,
        "tieFactor": factor,
        "elo": elo(cast, step=32),
        "agreement": agreement(seed=3),
    }
    FILE.write_text(json.dumps(content) + "\n")


if __name__ == "__main__":
    main()
