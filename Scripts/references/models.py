"""Reference values for Tests/ModelsTests, from PyTorch, Hugging Face transformers and PEFT.

Usage: python Scripts/references/models.py [--minilm FOLDER]

Writes Tests/ModelsTests/References: tiny checkpoints with random weights from fixed seeds, and what the models compute.
Nothing is downloaded. With --minilm, a folder with all-MiniLM-L6-v2, the sentence embeddings of the real weights too.
"""

import argparse
import json
import math
import shutil
import sys
from pathlib import Path

# tokenizers.py beside this file is not the package of that name.
sys.path = [path for path in sys.path if Path(path or ".").resolve() != Path(__file__).resolve().parent]

import torch  # noqa: E402
from peft import LoraConfig, get_peft_model  # noqa: E402
from safetensors.torch import save_file  # noqa: E402
from torch import nn  # noqa: E402
from transformers import (  # noqa: E402
    AutoTokenizer,
    BertConfig,
    BertForMaskedLM,
    BertForSequenceClassification,
    BertModel,
    GPT2Config,
    GPT2ForSequenceClassification,
    GPT2LMHeadModel,
    LlamaConfig,
    LlamaForCausalLM,
    LlamaForSequenceClassification,
)

FOLDER = Path(__file__).resolve().parents[2] / "Tests" / "ModelsTests" / "References"


def folder(name):
    path = FOLDER / name
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def expected(path, tensors):
    tensors = {name: tensor.detach().contiguous() for name, tensor in tensors.items()}
    save_file(tensors, path / "expected.safetensors")


def randomized(model, seed):
    """Large enough values in every parameter that none can be forgotten without the results showing it."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            values = torch.randn(parameter.shape, generator=generator) * 0.2
            is_scale = parameter.dim() == 1 and name.endswith("weight")
            parameter.copy_(1 + values if is_scale else values)
    return model.eval()


def tokens(seed, vocabulary, *shape):
    return torch.randint(0, vocabulary, shape, generator=torch.Generator().manual_seed(seed))


def mask(lengths, side):
    longest = max(lengths)
    rows = [[1] * n + [0] * (longest - n) for n in lengths]
    return torch.tensor(rows if side == "right" else [row[::-1] for row in rows])


def save(model, path):
    model.save_pretrained(path)
    (path / "generation_config.json").unlink(missing_ok=True)


def positions(mask):
    return (mask.cumsum(-1) - 1).clamp(min=0)


def causal(name, model, vocabulary, seed):
    """Logits of one sequence, and of batches padded on either side."""
    path = folder(name)
    save(model, path)
    single = tokens(seed, vocabulary, 1, 9)
    result = model(single, output_hidden_states=True, output_attentions=True)
    values = {"single.tokens": single[0], "single.logits": result.logits[0]}
    # The last hidden state is behind the last norm.
    for layer, attention in enumerate(result.attentions):
        values[f"single.residual.{layer}"] = result.hidden_states[layer][0]
        values[f"single.pattern.{layer}"] = attention[0]
    values["single.norm"] = result.hidden_states[-1][0]
    targets = tokens(seed + 1, vocabulary, 9)
    targets[2] = -100
    values["single.targets"] = targets
    values["single.loss"] = nn.functional.cross_entropy(result.logits[0], targets, ignore_index=-100)
    for side in ["right", "left"]:
        present = mask([7, 3, 5], side)
        batch = tokens(seed + 2, vocabulary, 3, 7)
        logits = model(batch, attention_mask=present, position_ids=positions(present)).logits
        values |= {f"{side}.tokens": batch, f"{side}.mask": present, f"{side}.logits": logits}
    expected(path, values)


def gpt2():
    tied = GPT2Config(vocab_size=97, n_positions=24, n_embd=32, n_layer=2, n_head=4, attn_implementation="eager")
    model = randomized(GPT2LMHeadModel(tied), 1)
    causal("gpt2-tied", model, 97, 10)
    untied = GPT2Config(
        vocab_size=61, n_positions=16, n_embd=24, n_layer=3, n_head=3, n_inner=40, activation_function="gelu",
        layer_norm_epsilon=1e-3, tie_word_embeddings=False, attn_implementation="eager")
    causal("gpt2-untied", randomized(GPT2LMHeadModel(untied), 2), 61, 20)
    one = GPT2Config(
        vocab_size=33, n_positions=9, n_embd=16, n_layer=1, n_head=1, activation_function="relu",
        attn_implementation="eager")
    causal("gpt2-one-head", randomized(GPT2LMHeadModel(one), 3), 33, 30)


def llama():
    grouped = LlamaConfig(
        vocab_size=71, hidden_size=32, intermediate_size=56, num_hidden_layers=2, num_attention_heads=4,
        num_key_value_heads=2, max_position_embeddings=32, rms_norm_eps=1e-5, attn_implementation="eager",
        rope_parameters={"rope_type": "default", "rope_theta": 500.0})
    causal("llama-grouped", randomized(LlamaForCausalLM(grouped), 4), 71, 40)
    wide = LlamaConfig(
        vocab_size=40, hidden_size=24, intermediate_size=32, num_hidden_layers=1, num_attention_heads=3, head_dim=10,
        max_position_embeddings=16, tie_word_embeddings=True, attn_implementation="eager")
    causal("llama-tied", randomized(LlamaForCausalLM(wide), 5), 40, 50)


def classifier(name, model, vocabulary, seed):
    """Logits of the last token that is not padding, whose id is 0."""
    path = folder(name)
    save(model, path)
    values = {}
    for side in ["right", "left"]:
        present = mask([7, 3, 5], side)
        batch = (tokens(seed, vocabulary - 1, 3, 7) + 1) * present
        logits = model(batch, attention_mask=present, position_ids=positions(present)).logits
        values |= {f"{side}.tokens": batch, f"{side}.mask": present, f"{side}.logits": logits}
    expected(path, values)


def classifiers():
    labels = ["bad", "fair", "good"]
    names = dict(id2label=dict(enumerate(labels)), label2id={l: i for i, l in enumerate(labels)}, pad_token_id=0)
    small = GPT2Config(vocab_size=47, n_positions=12, n_embd=24, n_layer=2, n_head=3, attn_implementation="eager", **names)
    classifier("gpt2-classifier", randomized(GPT2ForSequenceClassification(small), 11), 47, 110)
    small = LlamaConfig(
        vocab_size=40, hidden_size=24, intermediate_size=32, num_hidden_layers=1, num_attention_heads=3,
        max_position_embeddings=16, attn_implementation="eager", **names)
    classifier("llama-classifier", randomized(LlamaForSequenceClassification(small), 12), 40, 120)


def bert_batches(model, seed, names):
    """Runs the model plainly, with segments, and with padding on either side or a hole."""
    values = {}
    present = {
        "plain": None,
        "right": mask([8, 2, 5], "right"),
        "left": mask([8, 2, 5], "left"),
        "hole": torch.tensor([[1, 1, 0, 1, 1, 1, 1, 1], [1, 0, 0, 0, 0, 0, 1, 1], [1] * 8]),
    }
    for name, marks in present.items():
        batch = tokens(seed, 83, 3, 8)
        segments = tokens(seed + 1, 2, 3, 8)
        result = model(batch, attention_mask=marks, token_type_ids=segments, output_hidden_states=True,
                       output_attentions=True)
        values |= {f"{name}.tokens": batch, f"{name}.segments": segments}
        if marks is not None:
            values[f"{name}.mask"] = marks
        for output, ours in names.items():
            values[f"{name}.{ours}"] = getattr(result, output)
        values[f"{name}.hidden"] = result.hidden_states[-1]
        if name == "right":
            for layer, attention in enumerate(result.attentions):
                values[f"{name}.pattern.{layer}"] = attention
                values[f"{name}.block.{layer}"] = result.hidden_states[layer]
    return values


def bert():
    sizes = dict(
        vocab_size=83, hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=48,
        max_position_embeddings=20, attn_implementation="eager")
    bare = randomized(BertModel(BertConfig(**sizes)), 6)
    path = folder("bert-bare")
    save(bare, path)
    expected(path, bert_batches(bare, 60, {"pooler_output": "pooled"}))

    masked = randomized(BertForMaskedLM(BertConfig(**sizes, hidden_act="gelu_new", layer_norm_eps=1e-3)), 7)
    path = folder("bert-masked")
    save(masked, path)
    expected(path, bert_batches(masked, 70, {"logits": "logits"}))

    labels = ["bad", "fair", "good"]
    config = BertConfig(**sizes, id2label=dict(enumerate(labels)), label2id={l: i for i, l in enumerate(labels)})
    classifier = randomized(BertForSequenceClassification(config), 8)
    path = folder("bert-classifier")
    save(classifier, path)
    expected(path, bert_batches(classifier, 80, {"logits": "logits"}))


def adapters(name, base, model, config, batch):
    """An adapter as PEFT writes it, and the model's logits with it, beside it and merged."""
    path = folder(name)
    adapted = get_peft_model(model, config)
    generator = torch.Generator().manual_seed(9)
    with torch.no_grad():
        for key, parameter in adapted.named_parameters():
            if "lora_" in key:
                parameter.copy_(torch.randn(parameter.shape, generator=generator) * 0.2)
    adapted.eval()
    values = {"tokens": batch, "adapted": adapted(batch).logits}
    with adapted.disable_adapter():
        values["base"] = adapted(batch).logits
    adapted.peft_config["default"].base_model_name_or_path = base
    adapted.save_pretrained(path)
    (path / "README.md").unlink(missing_ok=True)
    # PEFT keeps targets in a set, whose order changes from run to run.
    file = path / "adapter_config.json"
    settings = json.loads(file.read_text())
    settings["target_modules"].sort()
    file.write_text(json.dumps(settings, indent=2))
    values["merged"] = adapted.merge_and_unload()(batch).logits
    expected(path, values)


def lora():
    gpt = GPT2LMHeadModel.from_pretrained(FOLDER / "gpt2-tied").eval()
    adapters(
        "gpt2-lora", "gpt2-tied", gpt,
        LoraConfig(r=3, lora_alpha=12, lora_dropout=0.05, target_modules=["c_attn", "c_fc", "c_proj"],
                   fan_in_fan_out=True, task_type="CAUSAL_LM"),
        tokens(90, 97, 2, 8))
    bert = BertForSequenceClassification.from_pretrained(FOLDER / "bert-classifier").eval()
    adapters(
        "bert-lora", "bert-classifier", bert,
        LoraConfig(r=4, lora_alpha=6, use_rslora=True, target_modules=["query", "value"]),
        tokens(91, 83, 2, 8))


def linear(ours, theirs):
    return {f"{ours}.weight": theirs.weight, f"{ours}.bias": theirs.bias}


def norm(ours, theirs):
    return {f"{ours}.scale": theirs.weight, f"{ours}.shift": theirs.bias}


def attention(ours, theirs):
    values = {}
    for part, weight, bias in zip(
            ["queries", "keys", "values"], theirs.in_proj_weight.chunk(3), theirs.in_proj_bias.chunk(3)):
        values |= {f"{ours}.{part}.weight": weight, f"{ours}.{part}.bias": bias}
    return values | linear(f"{ours}.output", theirs.out_proj)


def own(path, model_type, configuration, tensors):
    """A checkpoint in the layout of our own."""
    (path / "config.json").write_text(json.dumps({"model_type": model_type, "configuration": configuration}, indent=2))
    save_file({name: tensor.detach().contiguous().clone() for name, tensor in tensors.items()}, path / "model.safetensors")


def waves(length, channels):
    places = torch.arange(length, dtype=torch.float64)[:, None]
    frequencies = 10000 ** (-torch.arange(0, channels, 2, dtype=torch.float64) / channels)
    table = torch.zeros(length, channels, dtype=torch.float64)
    table[:, 0::2] = torch.sin(places * frequencies)
    table[:, 1::2] = torch.cos(places * frequencies)[:, : channels // 2]
    return table.float()


def encoder_decoder(name, target_vocabulary, seed):
    """torch.nn's transformer layers, without the norm that torch.nn.Transformer adds at the end of each stack."""
    vocabulary, channels, heads, hidden, layers = 37, 24, 3, 44, 2
    options = dict(d_model=channels, nhead=heads, dim_feedforward=hidden, dropout=0.0, batch_first=True)
    encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(**options), layers, enable_nested_tensor=False)
    decoder = nn.TransformerDecoder(nn.TransformerDecoderLayer(**options), layers)
    source_table = nn.Embedding(vocabulary, channels)
    target_table = nn.Embedding(target_vocabulary, channels) if target_vocabulary else source_table
    modules = nn.ModuleList([encoder, decoder, source_table, target_table])
    randomized(modules, seed)

    def embed(table, ids):
        return table(ids) * math.sqrt(channels) + waves(ids.shape[1], channels)

    path = folder(name)
    parameters = {"sourceEmbedding.table": source_table.weight}
    if target_vocabulary:
        parameters["targetEmbedding.table"] = target_table.weight
    for n, layer in enumerate(encoder.layers):
        parameters |= attention(f"encoder.{n}.attention", layer.self_attn) | norm(f"encoder.{n}.norm1", layer.norm1)
        parameters |= linear(f"encoder.{n}.feedForward.hidden", layer.linear1)
        parameters |= linear(f"encoder.{n}.feedForward.output", layer.linear2) | norm(f"encoder.{n}.norm2", layer.norm2)
    for n, layer in enumerate(decoder.layers):
        parameters |= attention(f"decoder.{n}.attention", layer.self_attn) | norm(f"decoder.{n}.norm1", layer.norm1)
        parameters |= attention(f"decoder.{n}.crossAttention", layer.multihead_attn)
        parameters |= norm(f"decoder.{n}.norm2", layer.norm2) | norm(f"decoder.{n}.norm3", layer.norm3)
        parameters |= linear(f"decoder.{n}.feedForward.hidden", layer.linear1)
        parameters |= linear(f"decoder.{n}.feedForward.output", layer.linear2)
    configuration = dict(
        vocabularySize=vocabulary, contextLength=16, layers=layers, heads=heads, channels=channels,
        hiddenChannels=hidden, activation="relu", epsilon=1e-5, dropout=0)
    if target_vocabulary:
        configuration["targetVocabularySize"] = target_vocabulary
    own(path, "lectern-encoder-decoder", configuration, parameters)

    source = tokens(seed + 1, vocabulary, 3, 7)
    target = tokens(seed + 2, target_vocabulary or vocabulary, 3, 5)
    values = {"source": source, "target": target}
    causal_mask = torch.triu(torch.full((5, 5), -torch.inf), 1)
    for name, present in {"plain": torch.ones(3, 7, dtype=torch.long), "padded": mask([7, 2, 4], "right")}.items():
        hidden_marks = torch.zeros(present.shape).masked_fill(present == 0, -torch.inf)
        memory = encoder(embed(source_table, source), src_key_padding_mask=hidden_marks)
        states = decoder(
            embed(target_table, target), memory, tgt_mask=causal_mask, memory_key_padding_mask=hidden_marks)
        values |= {f"{name}.mask": present, f"{name}.memory": memory, f"{name}.logits": states @ target_table.weight.T}
    expected(path, values)


def recurrent(name, cell, seed):
    vocabulary, channels, layers = 29, 20, 2
    network = (nn.GRU if cell == "gru" else nn.RNN)(channels, channels, layers, batch_first=True)
    table, head = nn.Embedding(vocabulary, channels), nn.Linear(channels, vocabulary)
    randomized(nn.ModuleList([network, table, head]), seed)
    parameters = {"tokenEmbedding.table": table.weight} | linear("head", head)
    for n in range(layers):
        for ours, theirs in [("input", "ih"), ("recurrent", "hh")]:
            for kind in ["weight", "bias"]:
                parameters[f"cells.{n}.{ours}.{kind}"] = getattr(network, f"{kind}_{theirs}_l{n}")
    path = folder(name)
    own(path, "lectern-recurrent", dict(vocabularySize=vocabulary, layers=layers, channels=channels, cell=cell),
        parameters)
    batch = tokens(seed + 1, vocabulary, 3, 9)
    states, _ = network(table(batch))
    expected(path, {"tokens": batch, "states": states, "logits": head(states)})


def perceptron():
    network = randomized(nn.Sequential(nn.Linear(5, 12), nn.Tanh(), nn.Linear(12, 7), nn.Tanh(), nn.Linear(7, 3)), 200)
    parameters = {}
    for n in range(3):
        parameters |= linear(f"layers.{n}", network[2 * n])
    path = folder("perceptron")
    own(path, "lectern-perceptron", dict(sizes=[5, 12, 7, 3], activation="tanh"), parameters)
    x = torch.randn(2, 4, 5, generator=torch.Generator().manual_seed(201))
    expected(path, {"x": x, "result": network(x)})


def element_types():
    """A file of every kind of element that is read, with the numbers that are easily got wrong."""
    path = folder("element-types")
    halves = torch.tensor([0.0, -0.0, 1.0, -2.5, 65504.0, 6.1035e-05, 5.9605e-08, 3.0e-06, torch.inf, -torch.inf])
    brains = torch.tensor([0.0, -0.0, 1.0, -2.5, 3.3895e38, 1.1755e-38, 9.2e-41, torch.inf, -torch.inf])
    save_file(
        {
            "single": torch.tensor([[1.5, -2.25], [3e38, 1e-45]]),
            "half": halves.half(),
            "half, as single": halves.half().float(),
            "brain": brains.bfloat16(),
            "brain, as single": brains.bfloat16().float(),
            "long": torch.tensor([[-(2**63), 2**63 - 1, 0]]),
            "int": torch.tensor([-(2**31), 2**31 - 1, 7], dtype=torch.int32),
            "byte": torch.tensor([1, 2], dtype=torch.uint8),
            "a number": torch.tensor(0.25),
            "nothing": torch.zeros(3, 0),
            "größe/キー \"quoted\" \\": torch.tensor([1.0]),
        },
        path / "types.safetensors", metadata={"note": "ä \"b\""})


def minilm(source):
    """Sentence embeddings of all-MiniLM-L6-v2: the mean of the tokens' vectors, of length 1. No weights are written."""
    path = folder("minilm")
    model = BertModel.from_pretrained(source, attn_implementation="eager").eval()
    tokenizer = AutoTokenizer.from_pretrained(source)
    sentences = [
        "The ferry leaves at nine.",
        "When does the boat depart, and from which of the two harbours?",
        "A transformer reads all words of a sentence at once.",
        "Über den Wolken",
        "x",
    ]
    batch = tokenizer(sentences, padding=True, return_tensors="pt")
    states = model(**batch).last_hidden_state
    present = batch["attention_mask"][:, :, None].float()
    mean = (states * present).sum(1) / present.sum(1)
    expected(path, {
        "tokens": batch["input_ids"], "mask": batch["attention_mask"], "first": states[0],
        "embeddings": nn.functional.normalize(mean, dim=1)})
    (path / "sentences.json").write_text(json.dumps(sentences, ensure_ascii=False, indent=2) + "\n")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--minilm", type=Path)
    source = arguments.parse_args().minilm
    torch.set_num_threads(1)
    gpt2()
    llama()
    classifiers()
    bert()
    lora()
    encoder_decoder("encoder-decoder-shared", None, 100)
    encoder_decoder("encoder-decoder", 31, 110)
    recurrent("gru", "gru", 120)
    recurrent("elman", "elman", 130)
    perceptron()
    element_types()
    if source:
        minilm(source)


if __name__ == "__main__":
    main()
