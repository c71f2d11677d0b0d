"""What GitHub and GitLab ask of their CI files beyond their schemas: the rules that their own code has, for the parts that ours use.

Each function gives what is wrong, one sentence a fault. A file that breaks one of these is refused whole by the host, or does something
else than it says.
"""

import re
from collections.abc import Iterator
from typing import Any

Config = dict[Any, Any]

# GitLab: lib/gitlab/ci/config/entry/, in Ruby, where \w is a-z, A-Z, 0-9 and _ alone.
EXPOSED = re.compile(r"[a-zA-Z0-9_][-a-zA-Z0-9_ ]{0,99}")
GLOBAL = {"default", "include", "spec", "stages", "variables", "workflow"}
RESERVED = {"image", "services", "types", "before_script", "after_script", "cache", "true", "false", "nil"}
STAGES = [".pre", "build", "test", "deploy", ".post"]
DURATION = re.compile(r"(\d+ (second|minute|hour|day|week|month|year)s? ?)+|never")
OPERAND = r'(?:\$\w+|"[^"]*"|\'[^\']*\'|null|/(?:[^/\\]|\\.)+/i?)'
EXPRESSION = re.compile(rf"{OPERAND}(?:\s*(?:==|!=|=~|!~|&&|\|\|)\s*{OPERAND})*")


def wrong_for_gitlab(config: Config) -> Iterator[str]:
    """What GitLab refuses in a file that follows its schema."""
    jobs = {name: job for name, job in config.items() if name not in GLOBAL and not name.startswith(".")}
    for name, job in jobs.items():
        if name in RESERVED or len(name) > 255:
            yield f"{name}: no name of a job"
        if job.get("stage", "test") not in config.get("stages", STAGES):
            yield f"{name}: no stage {job['stage']}"
        if "rules" in job and job.keys() & {"only", "except", "start_in"}:
            yield f"{name}: only, except and start_in stand beside rules"
        for rule in job.get("rules", ()):
            if not EXPRESSION.fullmatch(rule.get("if", "null")):
                yield f"{name}: no expression: {rule['if']}"
        for needed in (*job.get("needs", ()), *job.get("dependencies", ())):
            if needed not in jobs:
                yield f"{name}: needs {needed}, which is no job"
        yield from (f"{name}: {fault}" for fault in _wrong_artifacts(job.get("artifacts", {})))


def _wrong_artifacts(artifacts: Config) -> Iterator[str]:
    exposed, paths = artifacts.get("expose_as"), artifacts.get("paths", [])
    if exposed is not None:
        if not EXPOSED.fullmatch(exposed):
            yield f"expose_as can contain only letters a-z, digits, '-', '_' and spaces: {exposed}"
        if not paths:
            yield "expose_as without paths"
        for path in paths:
            if "*" in path or path.startswith("./"):
                yield f"a path that is not shown: {path}"
            if "." not in path.rpartition("/")[2] and not path.endswith("/"):
                yield f"a folder is shown only with / at its end: {path}"
    if not DURATION.fullmatch(artifacts.get("expire_in", "never")):
        yield f"no duration: {artifacts['expire_in']}"


# GitHub: the contexts that may be read where a value stands (docs, «Context availability»), and what the runner does with names.
ID = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
ALWAYS = {"github", "inputs", "vars"}
IN_STEPS = ALWAYS | {"env", "job", "matrix", "needs", "runner", "secrets", "steps", "strategy"}
FUNCTIONS = {"always", "cancelled", "contains", "endsWith", "failure", "format", "fromJSON", "hashFiles", "join", "startsWith", "success", "toJSON"}  # fmt: skip
CRON = re.compile(r"[\d*/,-]+( [\d*/,-]+){2}( [\dA-Z*/,-]+){2}")
UNFIT_NAME = re.compile(r'[":<>|*?\r\n\\/]')


def wrong_for_github(config: Config) -> Iterator[str]:
    """What GitHub refuses, or reads as something else, in a workflow that follows its schema."""
    jobs: Config = config["jobs"]
    # YAML 1.1 reads the key `on` as true.
    triggers = config.get("on", config.get(True))
    for schedule in triggers.get("schedule", ()) if isinstance(triggers, dict) else ():
        if not CRON.fullmatch(schedule["cron"]):
            yield f"no time: {schedule['cron']}"
    yield from _foreign(config.get("concurrency"), ALWAYS, "concurrency")
    for name, job in jobs.items():
        needs = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
        yield from (f"{name}: needs {needed}, which is no job" for needed in needs if needed not in jobs)
        if not ID.fullmatch(name):
            yield f"{name}: no name of a job"
        if not 1 <= job.get("timeout-minutes", 0) <= 360:
            yield f"{name}: no bound on its time"
        yield from _foreign(job.get("if"), ALWAYS | {"needs"}, f"{name}.if", bare=True)
        yield from _foreign(job.get("env"), IN_STEPS - {"env", "job", "runner", "steps"}, f"{name}.env")
        yield from _foreign(job.get("environment"), IN_STEPS - {"secrets"}, f"{name}.environment")
        yield from _wrong_steps(name, job)


def _wrong_steps(name: str, job: Config) -> Iterator[str]:
    known = set[str]()
    for step in job["steps"]:
        if "${{" in step.get("run", ""):
            yield f"{name}: a value stands in a command, where it may be read as a part of it: {step['run']}"
        yield from _foreign({**step.get("with", {}), **step.get("env", {})}, IN_STEPS, f"{name}.steps")
        yield from (f"{name}: no step {asked} before" for asked in _asked(step, "steps") if asked not in known)
        yield from _wrong_upload(name, step)
        known |= {step["id"]} if "id" in step else set()
    yield from (f"{name}: no step {asked}" for asked in _asked(job.get("environment"), "steps") if asked not in known)


def _wrong_upload(name: str, step: Config) -> Iterator[str]:
    given = step.get("with", {})
    if "-artifact@" in step.get("uses", "") and UNFIT_NAME.search(given.get("name", "")):
        yield f"{name}: no name of an artifact: {given['name']}"
    if not 1 <= int(given.get("retention-days", 1)) <= 90:
        yield f"{name}: kept for 1 to 90 days, not {given['retention-days']}"


def _foreign(value: object, known: set[str], where: str, bare: bool = False) -> Iterator[str]:
    """Contexts that cannot be read at a place. `bare`: the whole value is an expression."""
    for expression in [str(value or "")] if bare else re.findall(r"\$\{\{(.*?)\}\}", str(value)):
        words = set(re.findall(r"(?<![\w.'-])([A-Za-z_]\w*)(?=[.(])", re.sub(r"'[^']*'", "''", expression)))
        yield from (f"{where}: {word} cannot be read here" for word in sorted(words - known - FUNCTIONS))


def _asked(value: object, context: str) -> list[str]:
    return re.findall(rf"\b{context}\.([\w-]+)", " ".join(re.findall(r"\$\{\{(.*?)\}\}", str(value))))
