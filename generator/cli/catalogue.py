"""The command that begins a catalogue of interface words."""

from pathlib import Path

import click

from generator.cli.answering import answering, count
from generator.editor import catalogue


@click.command(name="words")
@click.argument("code")
@click.argument(
    "root", metavar="[DIR]", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
def words_command(code: str, root: Path) -> None:
    """Begin content/words/CODE.po in DIR, interface words in another language, or add what it lacks."""
    with answering(root):
        try:
            path, empty = catalogue.begin(root, code)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="CODE") from None
    click.echo(f"{path} has every word of the interface; {count(empty, 'word')} to fill in.")
