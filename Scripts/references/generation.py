"""Reference values for Tests/GenerationTests, from Hugging Face transformers.

Usage: python Scripts/references/generation.py

Writes Tests/GenerationTests/References: a tiny GPT-2 with random weights from a fixed seed, the texts that transformers'
generate writes with it, and the probabilities that its filters leave of given logits. Nothing is downloaded.
"""

import json
import shutil
import sys
from pathlib import Path

# tokenizers.py beside this file is not the package of that name.
sys.path = [path for path in sys.path if Path(path or ".").resolve() != Path(__file__).resolve().parent]

import torch  # noqa: E402
from transformers import (  # noqa: E402
    GPT2Config,
    GPT2LMHeadModel,
    LogitsProcessorList,
    TemperatureLogitsWarper,
    TopKLogitsWarper,
    TopPLogitsWarper,
)

FOLDER = Path(__file__).resolve().parents[2] / "Tests" / "GenerationTests" / "References"
VOCABULARY = 41
# Tokens that the model likes.
STOPS = [[], [16], [14, 36, 40]]


def tiny_model():
    configuration = GPT2Config(
        vocab_size=VOCABULARY, n_positions=32, n_embd=16, n_layer=2, n_head=2, bos_token_id=None, eos_token_id=None,
        attn_implementation="eager")
    model = GPT2LMHeadModel(configuration).eval()
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            # Large positions, so that texts do not repeat themselves.
            values = torch.randn(parameter.shape, generator=generator) * (1.0 if "wpe" in name else 0.25)
            is_scale = parameter.dim() == 1 and name.endswith("weight")
            parameter.copy_(1 + values if is_scale else values)
    return model


def write(model, prompts, count, **options):
    """The new tokens of each text, without the padding behind a stop token."""
    longest = max(map(len, prompts))
    ids = torch.tensor([[0] * (longest - len(prompt)) + prompt for prompt in prompts])
    present = torch.tensor([[0] * (longest - len(prompt)) + [1] * len(prompt) for prompt in prompts])
    result = model.generate(
        ids, attention_mask=present, max_new_tokens=count, pad_token_id=0, do_sample=False,
        return_dict_in_generate=True, output_scores=True, **options)
    stops = options.get("eos_token_id") or []
    texts = []
    for text in result.sequences[:, longest:].tolist():
        end = next((place for place, id in enumerate(text) if id in stops), len(text) - 1)
        texts.append(text[: end + 1])
    return texts, result


def greedy(model):
    cases = []
    for prompts in [[[5, 9, 2]], [[40]], [[7, 7, 7, 1], [3], [11, 30]]]:
        for stops in STOPS:
            for penalty in [1.0, 1.3] if len(prompts) == 1 else [1.0]:
                texts, _ = write(
                    model, prompts, 20, eos_token_id=stops or None, repetition_penalty=penalty)
                cases.append({"prompts": prompts, "stops": stops, "penalty": penalty, "texts": texts})
    return cases


def beams(model):
    cases = []
    for prompt in [[5, 9, 2], [40], [12, 0, 33, 8, 21]]:
        for stops in STOPS:
            for width in [2, 3, 6]:
                for length_penalty in [0.0, 1.0, 2.0, -1.0]:
                    for penalty in [1.0] if length_penalty != 1.0 else [1.0, 1.5]:
                        texts, result = write(
                            model, [prompt], 12, eos_token_id=stops or None, num_beams=width,
                            num_return_sequences=width, length_penalty=length_penalty, repetition_penalty=penalty)
                        cases.append({
                            "prompt": prompt, "stops": stops, "width": width, "lengthPenalty": length_penalty,
                            "penalty": penalty, "texts": texts, "scores": result.sequences_scores.tolist()})
    return cases


def filters():
    logits = torch.randn(VOCABULARY, generator=torch.Generator().manual_seed(7)) * 2
    cases = []
    for temperature in [1.0, 0.7, 1.8]:
        for k in [None, 1, 5, 40, 60]:
            for p in [None, 0.05, 0.5, 0.9, 0.999]:
                filters = ([TopKLogitsWarper(k)] if k else []) + ([TopPLogitsWarper(p)] if p else [])
                chain = LogitsProcessorList([TemperatureLogitsWarper(temperature)] + filters)
                probabilities = chain(None, logits[None]).softmax(-1)[0].tolist()
                cases.append({"k": k, "p": p, "temperature": temperature, "probabilities": probabilities})
    return {"logits": logits.tolist(), "cases": cases}


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    model = tiny_model()
    model.save_pretrained(FOLDER / "gpt2")
    (FOLDER / "gpt2" / "generation_config.json").unlink(missing_ok=True)
    values = {"greedy": greedy(model), "beams": beams(model), "filters": filters()}
    (FOLDER / "expected.json").write_text(json.dumps(values, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
