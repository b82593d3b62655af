"""Small notices, and a deterministic model for them."""

from __future__ import annotations

from hashlib import sha256

import numpy as np
from langchain_core.embeddings import Embeddings

from knowledge.bundled import Source

TEXT = """关于举办第{n}届试验技能竞赛的通知
各有关单位：
现将有关事项通知如下：
一、竞赛时间
2031年{n}月1日至3日。
二、竞赛项目
（一）电工{n}。
（二）焊工{n}。
三、报名
（一）报名截止时间为2031年{n}月5日。
（二）报名邮箱：contest{n}@example.org。
四、奖励
一等奖{n}名，奖金{n}000元。
"""


class HashModel(Embeddings):
    """Vectors from hashes of character pairs; counts what it embeds."""

    def __init__(self, name="hash/1", size=24):
        self.name = name
        self.size = size
        self.embedded = 0

    def _vector(self, text):
        total = np.zeros(self.size)
        for pair in zip(text, text[1:] + " ", strict=True):
            seed = int.from_bytes(sha256("".join(pair).encode()).digest()[:8], "big")
            total += np.random.default_rng(seed).normal(size=self.size)
        return (total / (np.linalg.norm(total) or 1)).tolist()

    def embed_documents(self, texts):
        self.embedded += len(texts)
        return [self._vector(text) for text in texts]

    def embed_query(self, text):
        return self._vector(text)


def source(number):
    return Source(f"n{number}", TEXT.format(n=number).encode(), {}, None)
