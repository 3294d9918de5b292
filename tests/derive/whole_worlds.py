"""Strategies for small whole worlds, in which every reference resolves and much is linked."""

from hypothesis import strategies as st

from generator.model.retired import Retired
from tests.derive.make import (
    actor,
    cast,
    claim,
    day,
    event,
    explainer,
    facts,
    figure,
    heading,
    paragraph,
    place,
    question,
    relation,
    sentence,
    series,
    source,
)

DAYS = st.integers(1, 9)
WHENS = st.one_of(
    DAYS.map(lambda number: str(day(number))),
    st.tuples(DAYS, st.integers(0, 5)).map(lambda pair: f"{day(pair[0])}/{day(sum(pair))}"),
    st.sampled_from(["2031", "2031-05", "2031-05-04T06:00/2031-05-06~", "2031-05-03/..", "../2031-05-07"]),
)
SOURCES = ("s1", "s2", "s3", "s4", "s5")
ACTORS = ("watch", "radio", "north-guard", "mill", "weaver")
PLACES = ("ford", "weir", "valley")
EVENTS = ("flood", "feast")
REFS = (
    *EVENTS,
    "lost",
    "feud",
    "mill",
    "ford",
    "s1",
    "flood/c0",
    "feast/c0",
    "lost/f0",
    "mill/c0",
    "weir/point",
)
TEXTS = st.sampled_from(
    [
        "Plain.",
        "At [[weir]], by [[weaver|the weaver]].",
        "See [[flood]], [[flood/c0|this]] and [[why|why]].",
        "Of [[lost]], [[feud]] and [[s1]].",
        {"en": "After [[feast]].", "fr": "Suite de [[feast|la fête]] à [[ford]]."},
    ]
)
SPEAKER = st.sampled_from(ACTORS)
CITE = st.lists(st.sampled_from(SOURCES), min_size=1, max_size=2, unique=True)
STANCE = st.sampled_from(["asserts", "denies", "cannot-confirm", "concedes", "withdraws"])


@st.composite
def notes(draw):
    text, since = draw(TEXTS), draw(st.none() | DAYS)
    return draw(st.sampled_from([None, text, {"from": str(day(since)), "text": text} if since else text]))


@st.composite
def claims(draw, least=1):
    count = draw(st.integers(least, 3))
    return [
        claim(
            f"c{number}",
            draw(SPEAKER),
            draw(CITE),
            draw(STANCE),
            says=draw(TEXTS),
            note=draw(notes()),
            contradicts=["c0"] if number else [],
        )
        for number in range(count)
    ]


@st.composite
def decisions(draw):
    return draw(st.none() | st.just({"on": str(day(draw(DAYS))), "why": draw(TEXTS), "cite": draw(CITE)}))


@st.composite
def sources(draw, name):
    taken_back = {"on": str(day(draw(DAYS))), "why": draw(TEXTS), "cite": draw(st.none() | CITE)}
    return source(
        name,
        draw(DAYS),
        derives_from=draw(st.lists(st.sampled_from(SOURCES), max_size=2, unique=True)),
        carries=draw(st.none() | SPEAKER),
        retracted=draw(st.none() | st.just(taken_back)),
        left_out=[{"at": "p. 2", "why": draw(TEXTS)}],
        note=draw(notes()),
    )


@st.composite
def changes(draw):
    lost = {"by": "mill", "claims": ["c0"]}
    return [{"place": "weir", "holder": "weaver", "part": draw(TEXTS), "claims": ["c0"], "lost": lost}]


@st.composite
def events(draw, name):
    return event(
        name,
        *draw(claims()),
        occurred=draw(WHENS),
        narrowed=draw(st.just([]) | st.builds(lambda was: [{"claim": "c0", "was": was}], WHENS)),
        title=draw(TEXTS),
        where=draw(st.lists(st.sampled_from(PLACES), max_size=2, unique=True)),
        who=draw(st.lists(SPEAKER, max_size=2, unique=True)),
        changes=draw(st.just([]) | changes()),
        confirmed=draw(decisions()),
        settles=draw(notes()),
        corrections=draw(corrections()),
    )


@st.composite
def questions(draw):
    cited = st.lists(st.sampled_from(REFS), max_size=2, unique=True)
    said = st.builds(
        lambda words, refs: sentence(words, *refs), TEXTS.filter(lambda text: isinstance(text, str)), cited
    )
    block = st.one_of(
        st.builds(paragraph, said),
        st.builds(paragraph, said, said),
        st.builds(lambda one: paragraph(one, editorial=True), said),
        st.just(heading("On [[weir]]")),
    )
    blocks = st.lists(block, min_size=1, max_size=4).map(tuple)
    return question("why", answers=(("", draw(blocks)), ("fr", draw(blocks))))


@st.composite
def actors(draw):
    feud = relation(
        "feud", "radio", *draw(claims()), confirmed=draw(decisions()), period=draw(st.none() | WHENS)
    )
    mill = actor("mill", claims=draw(claims()), relations=draw(st.sampled_from([(), (feud,)])))
    held = () if mill.relations else (feud,)
    return (*cast(), mill, actor("weaver", relations=held, note=draw(notes())))


@st.composite
def places(draw):
    point = {"lat": "1.0", "lon": "2.0", "by": draw(SPEAKER), "cite": draw(CITE)}
    return (
        place("ford", within="valley", claims=draw(claims(least=0))),
        place("weir", within="valley", point=point),
        place("valley", note=draw(notes())),
    )


@st.composite
def counts(draw):
    figures = [
        figure(
            f"f{number}",
            draw(SPEAKER),
            draw(CITE),
            value=number,
            as_of=draw(WHENS),
            period=draw(st.none() | WHENS),
            parts=[{"attributed_to": "weaver", "value": 0}],
        )
        for number in range(draw(st.integers(1, 2)))
    ]
    about = draw(st.lists(st.sampled_from(EVENTS), unique=True))
    return series("lost", *figures, period=draw(WHENS), about=about, note=draw(notes()))


@st.composite
def retired(draw):
    fates = (
        {"id": "old-flood", "kind": "event", "now": draw(st.sampled_from([None, "flood", "mill", "older"]))},
        {"id": "older", "kind": "event", "now": draw(st.sampled_from([None, "feast/c0", "weir"]))},
        {"id": "flood/c9"},
        {"id": "spat", "kind": "relation", "holder": "weaver"},
    )
    return tuple(Retired(on=day(draw(DAYS)), why=draw(TEXTS), **fate) for fate in fates)


@st.composite
def corrections(draw):
    return [{"on": str(day(draw(DAYS))), "text": draw(TEXTS), "refs": ["c0"]}] if draw(st.booleans()) else []


@st.composite
def headlines(draw):
    dated = {"from": str(day(draw(DAYS))), "title": draw(TEXTS), "standfirst": "Then."}
    return [{"title": "First", "standfirst": draw(TEXTS)}, *draw(st.sampled_from([[], [dated]]))]


@st.composite
def whole_worlds(draw):
    """A world of up to about thirty records, with links, notes, retractions and prose."""
    return facts(
        explainer=explainer(headlines=draw(headlines()), lead="why", numbers=["lost"]),
        sources=tuple(draw(sources(name)) for name in SOURCES),
        actors=draw(actors()),
        places=draw(places()),
        events=tuple(draw(events(name)) for name in EVENTS),
        series=(draw(counts()),),
        questions=(draw(questions()),),
        retired=draw(retired()),
    )
