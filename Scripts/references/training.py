"""Reference values for Tests/TrainingTests, from PyTorch, Hugging Face transformers and PEFT.

Usage: python Scripts/references/training.py

Writes Tests/TrainingTests/References: a small GPT-2 before training, its batches, and the loss of each step; the same
with adapters; what optimizers and learning-rate schedules of PyTorch do; what losses on preferences cost. Nothing is
downloaded.
"""

import json
import shutil
import sys
from pathlib import Path

# tokenizers.py beside this file is not the package of that name.
sys.path = [path for path in sys.path if Path(path or ".").resolve() != Path(__file__).resolve().parent]

import torch  # noqa: E402
from peft import LoraConfig, get_peft_model  # noqa: E402
from safetensors.torch import save_file  # noqa: E402
from torch import nn  # noqa: E402
from torch.optim import SGD, Adam, AdamW  # noqa: E402
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR  # noqa: E402
from transformers import GPT2Config, GPT2LMHeadModel  # noqa: E402

FOLDER = Path(__file__).resolve().parents[2] / "Tests" / "TrainingTests" / "References"
STEPS, WARMUP, PEAK, FLOOR = 20, 5, 1e-2, 1e-3


def folder(name):
    path = FOLDER / name
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def expected(path, tensors):
    save_file({name: tensor.detach().contiguous() for name, tensor in tensors.items()}, path / "expected.safetensors")


def warmed_up(optimizer, fall):
    rise = LinearLR(optimizer, start_factor=1 / (WARMUP + 1), end_factor=1, total_iters=WARMUP)
    return SequentialLR(optimizer, [rise, fall], milestones=[WARMUP])


def cosine(optimizer):
    return warmed_up(optimizer, CosineAnnealingLR(optimizer, T_max=STEPS - WARMUP, eta_min=FLOOR))


def linear(optimizer):
    return warmed_up(
        optimizer, LinearLR(optimizer, start_factor=1, end_factor=FLOOR / PEAK, total_iters=STEPS - WARMUP))


def schedules():
    values = {}
    for name, schedule in {"cosine": cosine, "linear": linear}.items():
        optimizer = SGD([nn.Parameter(torch.zeros(1))], lr=PEAK)
        scheduler = schedule(optimizer)
        rates = []
        for _ in range(STEPS):
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            scheduler.step()
        values[name] = torch.tensor(rates, dtype=torch.float64).float()
    expected(folder("schedules"), values)


def batches(seed, count):
    """Counting modulo the vocabulary in steps of 1 to 3, so that there is something to learn; a fifth does not count."""
    generator = torch.Generator().manual_seed(seed)
    starts = torch.randint(0, 61, (count, 4, 1), generator=generator)
    strides = torch.randint(1, 4, (count, 4, 1), generator=generator)
    text = (starts + strides * torch.arange(13)) % 61
    targets = text[..., 1:].clone()
    targets[torch.rand(targets.shape, generator=generator) < 0.2] = -100
    return text[..., :-1], targets


def train(model, groups, tokens, targets):
    optimizer = AdamW(groups, lr=PEAK, betas=(0.9, 0.95))
    scheduler = cosine(optimizer)
    parameters = [parameter for group in groups for parameter in group["params"]]
    losses, norms = [], []
    for batch, wanted in zip(tokens, targets):
        logits = model(batch).logits
        loss = nn.functional.cross_entropy(logits.flatten(0, 1), wanted.flatten(), ignore_index=-100)
        optimizer.zero_grad()
        loss.backward()
        norms.append(nn.utils.clip_grad_norm_(parameters, 1.0))
        optimizer.step()
        scheduler.step()
        losses.append(loss.detach())
    return {"tokens": tokens, "targets": targets, "losses": torch.stack(losses), "norms": torch.stack(norms)}


def decaying(parameters):
    parameters = [parameter for parameter in parameters if parameter.requires_grad]
    return [
        {"params": [parameter for parameter in parameters if parameter.dim() >= 2], "weight_decay": 0.1},
        {"params": [parameter for parameter in parameters if parameter.dim() < 2], "weight_decay": 0.0},
    ]


def gpt2():
    torch.manual_seed(1)
    config = GPT2Config(
        vocab_size=61, n_positions=12, n_embd=32, n_layer=2, n_head=4, resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0,
        attn_implementation="eager")
    model = GPT2LMHeadModel(config)
    path = folder("gpt2")
    model.save_pretrained(path)
    (path / "generation_config.json").unlink(missing_ok=True)
    values = train(model, decaying(model.parameters()), *batches(2, STEPS))
    expected(path, values | {"table": model.transformer.wte.weight, "shift": model.transformer.ln_f.bias})


def lora():
    """The same model, in which only adapters learn."""
    torch.manual_seed(3)
    model = get_peft_model(
        GPT2LMHeadModel.from_pretrained(FOLDER / "gpt2", attn_implementation="eager"),
        LoraConfig(r=3, lora_alpha=12, lora_dropout=0.0, target_modules=["c_attn", "c_proj"], fan_in_fan_out=True,
                   task_type="CAUSAL_LM"))
    model.peft_config["default"].base_model_name_or_path = "gpt2"
    path = folder("lora")
    model.save_pretrained(path)
    (path / "README.md").unlink(missing_ok=True)
    # PEFT keeps targets in a set, whose order changes from run to run.
    file = path / "adapter_config.json"
    settings = json.loads(file.read_text())
    settings["target_modules"].sort()
    file.write_text(json.dumps(settings, indent=2))
    expected(path, train(model, decaying(model.parameters()), *batches(4, 10)))


def optimizers():
    """A linear layer and a mean squared error: the parameters after each step."""
    generator = torch.Generator().manual_seed(5)
    x, y = torch.randn(6, 3, generator=generator), torch.randn(6, 4, generator=generator)
    weight, bias = torch.randn(4, 3, generator=generator), torch.randn(4, generator=generator)
    values = {"x": x, "y": y, "weight": weight, "bias": bias}
    makers = {
        "sgd": lambda p: SGD(p, lr=0.1),
        "sgd-decay": lambda p: SGD(p, lr=0.1, weight_decay=0.3),
        "momentum": lambda p: SGD(p, lr=0.1, momentum=0.8, weight_decay=0.1),
        "nesterov": lambda p: SGD(p, lr=0.1, momentum=0.8, nesterov=True, weight_decay=0.1),
        "adam": lambda p: Adam(p, lr=0.05),
        "adam-decay": lambda p: Adam(p, lr=0.05, betas=(0.8, 0.9), eps=1e-3, weight_decay=0.2),
        "adamw": lambda p: AdamW(p, lr=0.05),
        "adamw-decay": lambda p: AdamW(p, lr=0.05, betas=(0.8, 0.9), eps=1e-3, weight_decay=0.5),
    }
    for name, make in makers.items():
        parameters = [nn.Parameter(weight.clone()), nn.Parameter(bias.clone())]
        optimizer = make(parameters)
        weights, biases = [], []
        for _ in range(6):
            optimizer.zero_grad()
            (x @ parameters[0].T + parameters[1] - y).square().mean().backward()
            optimizer.step()
            weights.append(parameters[0].detach().clone())
            biases.append(parameters[1].detach().clone())
        values |= {f"{name}.weight": torch.stack(weights), f"{name}.bias": torch.stack(biases)}
    expected(folder("optimizers"), values)


def preferences():
    """Losses, rewards and gradients of pairs of answers, by autograd in double precision.

    The policy is the checkpoint "gpt2", the reference the same with noise on every parameter.
    """
    logsigmoid = nn.functional.logsigmoid
    policy = GPT2LMHeadModel.from_pretrained(FOLDER / "gpt2", attn_implementation="eager").eval().double()
    reference = GPT2LMHeadModel.from_pretrained(FOLDER / "gpt2", attn_implementation="eager").eval().double()
    generator = torch.Generator().manual_seed(6)
    with torch.no_grad():
        for parameter in reference.parameters():
            parameter.add_(torch.randn(parameter.shape, generator=generator, dtype=torch.float64) * 0.1)
    prompts = torch.randint(0, 61, (5, 4), generator=generator)
    answers = {name: torch.randint(0, 61, (5, 7), generator=generator) for name in ["chosen", "rejected"]}
    counts = {"chosen": [7, 2, 5, 1, 3], "rejected": [4, 6, 5, 7, 1]}

    def log_probabilities(model, name):
        values = []
        for prompt, answer, count in zip(prompts, answers[name], counts[name]):
            text = torch.cat([prompt, answer[:count]])
            each = model(text[None]).logits[0].log_softmax(-1)
            values.append(sum(each[place - 1, text[place]] for place in range(len(prompt), len(text))))
        return torch.stack(values)

    with torch.no_grad():
        ref_w, ref_l = (log_probabilities(reference, name) for name in ["chosen", "rejected"])
    lengths_w, lengths_l = (torch.tensor(counts[name], dtype=torch.float64) for name in ["chosen", "rejected"])

    def dpo(w, l, beta=0.1):
        return -logsigmoid(beta * ((w - ref_w) - (l - ref_l))), beta * (w - ref_w), beta * (l - ref_l)

    def ipo(w, l, beta=0.1):
        return (((w - ref_w) - (l - ref_l)) - 1 / (2 * beta)) ** 2, beta * (w - ref_w), beta * (l - ref_l)

    def hinge(w, l, beta=0.1):
        margin = beta * ((w - ref_w) - (l - ref_l))
        return torch.relu(1 - margin), beta * (w - ref_w), beta * (l - ref_l)

    def kto(w, l, beta=0.1):
        # The divergence is what the answers of the other kind say, and is not differentiated.
        gone_w, gone_l = beta * (w - ref_w), beta * (l - ref_l)
        kl_w = beta * (w - ref_w).mean().detach().clamp(min=0)
        kl_l = beta * (l - ref_l).mean().detach().clamp(min=0)
        losses = ((1 - torch.sigmoid(gone_w - kl_l)) + (1 - torch.sigmoid(kl_w - gone_l))) / 2
        return losses, gone_w, gone_l

    def simpo(w, l, beta=2.0, gamma=1.0):
        mean_w, mean_l = beta * w / lengths_w, beta * l / lengths_l
        return -logsigmoid(mean_w - mean_l - gamma), mean_w, mean_l

    values = {"prompts": prompts, "chosen": answers["chosen"], "rejected": answers["rejected"],
              "counts": torch.stack([lengths_w, lengths_l]).long(), "reference.chosen": ref_w,
              "reference.rejected": ref_l}
    for loss in [dpo, ipo, hinge, kto, simpo]:
        policy.zero_grad()
        w, l = log_probabilities(policy, "chosen"), log_probabilities(policy, "rejected")
        losses, reward_w, reward_l = loss(w, l)
        losses.mean().backward()
        values |= {
            f"{loss.__name__}.losses": losses, f"{loss.__name__}.chosen": reward_w, f"{loss.__name__}.rejected": reward_l,
            f"{loss.__name__}.table": policy.transformer.wte.weight.grad.clone(),
            f"{loss.__name__}.shift": policy.transformer.ln_f.bias.grad.clone()}
    values |= {"policy.chosen": w, "policy.rejected": l}
    expected(folder("preferences"), {
        name: tensor.float() if tensor.is_floating_point() else tensor for name, tensor in values.items()})


if __name__ == "__main__":
    torch.set_num_threads(1)
    schedules()
    optimizers()
    gpt2()
    lora()
    preferences()
