"""Models of one layer with random weights, made on the spot: small, but really run."""

from __future__ import annotations

DIMENSIONS = 32


def _bert(folder, text, kind, labels=1):
    """A BERT over the characters of a text, with its tokeniser."""
    from transformers import BertConfig, BertTokenizerFast  # noqa: PLC0415 an extra

    letters = sorted({letter for letter in text if not letter.isspace()})
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "query", "passage", *letters]
    folder.mkdir(parents=True)
    (folder / "vocab.txt").write_text("\n".join(words), "utf-8")
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=DIMENSIONS,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        num_labels=labels,
        initializer_range=0.5,
    )
    kind(config).save_pretrained(folder)
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
    return folder


def sentence_model(folder, text, *, seed, prompts):
    """A model for embedding."""
    import torch  # noqa: PLC0415 an extra
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 an extra
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer  # noqa: PLC0415 an extra
    from transformers import BertModel  # noqa: PLC0415 an extra

    torch.manual_seed(seed)
    modules = [Transformer(str(_bert(folder / "bert", text, BertModel))), Pooling(DIMENSIONS)]
    SentenceTransformer(modules=modules, prompts=prompts).save(str(folder / "model"))
    return folder / "model"


def cross_encoder(folder, text, *, seed=1, labels=1):
    """A reranker; with more than one label it is none."""
    import torch  # noqa: PLC0415 an extra
    from transformers import BertForSequenceClassification  # noqa: PLC0415 an extra

    torch.manual_seed(seed)
    return _bert(folder / "cross", text, BertForSequenceClassification, labels)
