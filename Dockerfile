# 赛问的机器人。建立：docker build -t saiwen .
# 运行：docker run -d --restart=always --env-file .env -v saiwen:/data saiwen
# The Telegram bot. The index is built with the image, so a start needs no network but Telegram's.
FROM python:3.11-slim AS build
WORKDIR /opt/saiwen
RUN python -m venv /opt/venv
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY knowledge knowledge
COPY retrieval retrieval
COPY bot bot
COPY eval eval
# the place counts: modules find each other's files beside them, so it is installed where it lies
RUN /opt/venv/bin/pip install --no-cache-dir -c constraints.txt -e '.[server]' \
 && /opt/venv/bin/python -c 'from pathlib import Path; from bot.preparing import prepare; prepare(Path("/opt/store"))' \
 && python -m compileall -q knowledge retrieval bot eval

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data --no-create-home saiwen
COPY --from=build /opt/venv /opt/venv
COPY --from=build /opt/saiwen /opt/saiwen
# an empty volume is filled with what lies here in the image
COPY --from=build --chown=10001:10001 /opt/store /data
ENV PATH=/opt/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PYTHONUTF8=1 \
    SAIWEN_STORE=/data ANONYMIZED_TELEMETRY=False
USER 10001:10001
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
# the bot touches this file every two seconds while its loop runs
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["python", "-c", "import os, sys, time; sys.exit(time.time() - os.path.getmtime('/data/alive') > 30)"]
ENTRYPOINT ["saiwen"]
CMD ["serve"]
