"""What an exercise taught: said when it is done."""

import ast

from kata.collect import GRADING


def learned(exercise: str) -> str:
    """The second paragraph of the grading module's docstring."""
    doc = ast.get_docstring(ast.parse((GRADING / f"{exercise}.py").read_text(encoding="utf-8"))) or ""
    return " ".join(doc.partition("\n\n")[2].split())
