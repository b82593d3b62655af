"""Which language model is used, by settings.

`LLM`: absent, empty or `none` is none; `SERVICE:MODEL` a model of an OpenAI-compatible server.
`LLM_URL` is its address (of known services it need not be given), `LLM_KEY` its key, `LLM_TIMEOUT`
how many seconds an answer may wait for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import SecretStr

from knowledge import lazy_re
from knowledge.model import Frozen
from retrieval.errors import LanguageModelError
from retrieval.wording_model.data import presets

SETTING, URL, KEY, TIMEOUT = "LLM", "LLM_URL", "LLM_KEY", "LLM_TIMEOUT"
DEFAULT_TIMEOUT, LONGEST_TIMEOUT = 4.0, 60.0
_ADDRESS = lazy_re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?")


class Choice(Frozen):
    """A model on a server."""

    service: str
    model: str
    url: str
    """Without a slash at the end."""
    key: SecretStr
    """Empty where the server wants none; never in logs."""
    timeout: float = DEFAULT_TIMEOUT
    """Seconds an answer may wait in all."""


def chosen(environ: Mapping[str, str]) -> Choice | None:
    """The model the settings name, None if they name none.

    Raises:
        LanguageModelError: a setting cannot be used; the message says which and how to mend it.
    """
    setting = environ.get(SETTING, "").strip()
    if setting in {"", "none"}:
        return None
    service, colon, model = setting.partition(":")
    url = environ.get(URL, "").strip().rstrip("/") or presets().get(service, "")
    if not colon or not model.strip():
        raise LanguageModelError(f"{SETTING} 应写成“服务:模型”，例如 ollama:qwen2.5")
    if not url:
        known = "、".join(presets())
        raise LanguageModelError(f"不认识 {SETTING} 里的服务；请用 {known}，或另设 {URL}")
    if not _ADDRESS.fullmatch(url):
        raise LanguageModelError(f"{URL} 应是 http:// 或 https:// 开头的地址，不带账号和参数")
    return Choice(
        service=service,
        model=model.strip(),
        url=url,
        key=SecretStr(environ.get(KEY, "").strip()),
        timeout=seconds(environ),
    )


def seconds(environ: Mapping[str, str]) -> float:
    """How long an answer may wait for the model.

    Raises:
        LanguageModelError: the setting is no such number.
    """
    given = environ.get(TIMEOUT, "").strip()
    try:
        found = float(given) if given else DEFAULT_TIMEOUT
    except ValueError:
        found = 0.0
    if not 0 < found <= LONGEST_TIMEOUT:
        raise LanguageModelError(f"{TIMEOUT} 应是大于 0、不超过 {LONGEST_TIMEOUT:.0f} 的秒数")
    return found
