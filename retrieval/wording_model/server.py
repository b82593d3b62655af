"""A model of an OpenAI-compatible server as a LangChain chat model (extra `llm`).

langchain-openai is named here only. What a server sends is cut off at a size no answer has.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import httpx

from retrieval.errors import LanguageModelError
from retrieval.index.quiet import hush
from retrieval.wording_model.choice import Choice

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

LARGEST_REPLY = 256 * 1024
"""Bytes of a whole reply, headers aside."""


class _Cut(httpx.AsyncByteStream):
    """A body that fails beyond the size."""

    def __init__(self, body: Any) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for chunk in self._body:
            size += len(chunk)
            if size > LARGEST_REPLY:
                raise httpx.ReadError("too large")
            yield chunk

    async def aclose(self) -> None:
        await self._body.aclose()


class Sparing(httpx.AsyncHTTPTransport):
    """Refuses replies that are too large, or packed so that their size cannot be told."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request."""
        request.headers["Accept-Encoding"] = "identity"
        response = await super().handle_async_request(request)
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise httpx.ReadError("packed")
        response.stream = _Cut(response.stream)
        return response


def chat_model(choice: Choice) -> BaseChatModel:
    """The chat model of the settings; asks nothing of the server yet.

    Raises:
        LanguageModelError: the extra is not installed.
    """
    hush()
    try:
        from langchain_openai import ChatOpenAI  # noqa: PLC0415 an extra
    except ImportError as error:
        raise LanguageModelError(
            "没有装 langchain-openai；请运行 pip install 'saiwen[llm]'"
        ) from error
    client = httpx.AsyncClient(transport=Sparing(), timeout=choice.timeout, follow_redirects=False)
    model: BaseChatModel = ChatOpenAI(
        model=choice.model,
        base_url=choice.url,
        api_key=choice.key.get_secret_value() or "-",
        temperature=0,
        timeout=choice.timeout,
        max_retries=0,
        streaming=False,
        use_responses_api=False,
        http_async_client=client,
        http_client=httpx.Client(trust_env=False),
    )
    return model
