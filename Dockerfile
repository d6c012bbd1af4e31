# The web application, built with Node; nothing of Node is in the final image.
FROM node:22-bookworm-slim AS frontend
WORKDIR /build/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY frontend/ ./
RUN npm run build

# The Python environment, exactly as uv.lock says.
FROM python:3.12-slim-bookworm AS python
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
WORKDIR /app
RUN python -m venv /uv && /uv/bin/pip install --no-cache-dir uv==0.13.9
COPY pyproject.toml uv.lock README.md LICENSE ./
RUN /uv/bin/uv sync --locked --no-dev --no-install-project
COPY positions/ positions/
COPY api/ api/
RUN /uv/bin/uv sync --locked --no-dev

FROM python:3.12-slim-bookworm
RUN groupadd --gid 10001 positions \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin positions \
    && install -d -o positions -g positions /data
COPY --from=python /app /app
COPY --from=frontend /build/frontend/dist /app/frontend/dist
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    POSITIONS_DATABASE_URL=sqlite+aiosqlite:////data/positions.db
WORKDIR /app
USER 10001:10001
VOLUME ["/data"]
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
# "exec" makes the server the container's first process, so that it hears when it is to stop.
CMD ["sh", "-c", "positions migrate && exec positions serve --host 0.0.0.0 --port 8000"]
