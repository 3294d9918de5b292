"""A very small explainer, quick to build: two sides of an invented valley and one bridge."""

from pathlib import Path

FILES = {
    "mkdocs.yml": """\
site_name: To be replaced
site_url: https://example.org/bridge/
theme: {name: material, font: false}
nav: [Replaced: index.md]
not_in_nav: "*"
validation: {nav: {omitted_files: ignore}}
markdown_extensions: [attr_list, md_in_html, tables]
plugins: [search]
""",
    "docs/about/us.md": "# Us\n\nWe read the valley's papers.\n",
    "docs/about/index.md": "# About\n\nHow this is made.\n",
    "content/explainer.yml": """\
headlines:
  - title: The bridge at Tarn
    standfirst: What is said of the bridge, and by whom.
languages: [en]
time_zone: UTC
as_of: 2018-05-01
publisher: The Valley Reading Room
sides:
  - {id: upper, name: The Upper Valley}
  - {id: lower, name: The Lower Valley}
""",
    "content/sources.yml": """\
- id: lantern
  title: First report on the bridge
  publisher: The Lantern
  published: 2018-04-02
  accessed: 2018-05-01
  language: en
  tier: A
- id: gazette
  title: Second report on the bridge
  publisher: The Gazette
  published: 2018-04-20
  accessed: 2018-05-01
  language: en
  tier: B
""",
    "content/actors.yml": """\
- id: upper-guard
  name: Upper Guard
  kind: armed-group
  side: upper
  claims: [{id: what, says: It guards the upper bank., by: lantern-staff, cite: lantern@L1}]
- id: lower-council
  name: Lower Council
  kind: organisation
  side: lower
  claims: [{id: what, says: It governs the lower bank., by: lantern-staff, cite: lantern@L2}]
- id: lantern-staff
  name: The Lantern's staff
  kind: news-outlet
  claims: [{id: what, says: They print a paper in Tarn., by: lantern-staff, cite: lantern@L3}]
""",
    "content/cities.yml": """\
- id: tarn
  name: Tarn
  kind: town
  claims: [{id: what, says: A town with one bridge., by: lantern-staff, cite: lantern@L4}]
""",
    "content/timeline.yml": """\
- id: bridge-taken
  occurred: 2018-04-01
  title: The Upper Guard takes the bridge
  where: [tarn]
  who: [upper-guard]
  favours: [upper]
  changes: [{place: tarn, holder: upper-guard, claims: [guard-says]}]
  claims:
    - {id: guard-says, says: Its people hold the bridge., by: upper-guard, cite: lantern@L5}
    - {id: council-denies, says: Nobody has crossed., by: lower-council, stance: denies, cite: gazette@L1}
""",
    "content/casualties.yml": """\
- id: hurt-at-bridge
  title: People hurt at the bridge
  metric: wounded
  who: everyone
  where: tarn
  period: 2018-04-01
  about: [bridge-taken]
  figures: [{id: council-count, value: 4, as_of: 2018-04-02, by: lower-council, cite: lantern@L6}]
""",
}

TIMELINE = "content/timeline.yml"


def tiny(folder: Path) -> Path:
    """Lay the explainer out in a folder."""
    for below, text in FILES.items():
        path = folder / below
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def edit(root: Path, old: str, new: str, below: str = TIMELINE) -> None:
    """Change words in one of its files."""
    path = root / below
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }
