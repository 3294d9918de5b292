"""What the checks of places must report, and what only looks like it."""

from tests.checks.cases.case import Fine, Wrong

WRONG = (
    Wrong(
        "bad-coordinates", {"places/1/point/lat": "145.5"}, "north-quay", ("point", "lat"), ("145.5", "90")
    ),
    Wrong("bad-coordinates", {"places/1/point/lon": "-181"}, "north-quay", ("point", "lon"), ("-181", "180")),
    Wrong("bad-coordinates", {"explainer/frame/north": "95"}, "", ("frame", "north"), ("95",)),
    Wrong("bad-frame", {"explainer/frame/west": "20"}, "", ("frame", "west"), ("20", "`east`")),
    Wrong("bad-frame", {"explainer/frame/west": "10"}, "", ("frame", "west"), ("10", "`east`")),
    Wrong("bad-coordinates", {"places/1/point/lon": "190"}, "north-quay", ("point", "lon"), ("190",)),
    Wrong("bad-coordinates", {"explainer/frame/east": "182"}, "", ("frame", "east"), ("182",)),
    Wrong(
        "outside-frame",
        {
            "explainer/frame/west": "176",
            "explainer/frame/east": "-178",
            "places/1/point/lon": "-177",
        },
        "north-quay",
        ("point",),
    ),
    Wrong("bad-frame", {"explainer/frame/south": "50"}, "", ("frame", "south"), ("`north`",)),
    Wrong("outside-frame", {"places/1/point/lat": "51"}, "north-quay", ("point",), ("51", "40 to 50 north")),
    Wrong("outside-frame", {"places/1/point/lon": "-10.5"}, "north-quay", ("point",)),
)

FINE = (
    Fine(
        "bad-coordinates",
        "the pole and the date line",
        {"places/1/point/lat": "90", "places/1/point/lon": "-180"},
    ),
    Fine("bad-frame", "a narrow frame", {"explainer/frame/west": "9.9999"}),
    *(
        Fine(
            code,
            f"across 180 degrees, at {lon}",
            {
                "explainer/frame/west": "176",
                "explainer/frame/east": "-178",
                "places/1/point/lon": lon,
            },
        )
        for code in ("bad-frame", "outside-frame")
        for lon in ("176", "180", "-180", "-178")
    ),
    Fine("outside-frame", "on the edge", {"places/1/point/lat": "50"}),
    Fine("outside-frame", "no frame", {"explainer/frame": None}),
    Fine("outside-frame", "not on earth is reported as that alone", {"places/1/point/lat": "145.5"}),
)
