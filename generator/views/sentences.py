"""How a claim, an event and a status read as a sentence, whose own words carry the speaker and the hedge.

Patterns follow the status table of the method page; a translation may order them freely.
Verbs agree with their speaker through the plural forms of gettext.
"""

from collections.abc import Mapping
from zlib import crc32

from generator.derive.status import Reason, Status
from generator.model.actors import Actor
from generator.model.events import Event
from generator.model.refs import Ref
from generator.model.statements import Claim
from generator.model.vocabulary import Stance, StatusName
from generator.views.contested import contested_words
from generator.views.context import Context, remembered
from generator.views.language import N_, Language
from generator.views.rich_text import RichText, capital, compose, plain, with_stop, without_stop

_REASON_PATTERNS = {
    Reason.SPEAKERS_WITHDREW: N_("{withdrew} said it and took it back."),
    Reason.SOURCES_RETRACTED: N_("Every source in which {withdrew} said it has been retracted."),
    Reason.DENIED: N_("{speakers} on one side, {deniers} on the other; nobody has conceded."),
    Reason.CONCEDED: N_("{conceding}, whose side it hurts, conceded it, and another speaker says the same."),
    Reason.EDITOR_CONFIRMED: N_("The editors hold it to be confirmed."),
    Reason.INDEPENDENT_SPEAKERS: N_("Independent speakers with no side in this: {speakers}."),
    Reason.ONE_SPEAKER: N_("One speaker with no side in this: {speakers}."),
    Reason.LONE_CONCESSION: N_("{conceding}, whose side it hurts, conceded it; nobody else is on record."),
    Reason.PARTY_WITHOUT_INTEREST: N_("Said by a party that gains nothing by saying so: {speakers}."),
    Reason.WITH_INTERESTED_PARTIES: N_(
        "Among those who say so together are parties whose interest it serves: {speakers}."
    ),
    Reason.INTERESTED_PARTIES: N_("Only those whose interest it serves say so: {speakers}."),
    Reason.ONLY_DENIALS: N_("Nobody is on record as saying it; {deniers} denied it."),
    Reason.ONLY_UNABLE: N_("Nobody is on record as saying it."),
    Reason.NOTHING_STANDS: N_("Nothing that was said about it stands."),
}

_NEUTRAL_REASONS = (Reason.INDEPENDENT_SPEAKERS, Reason.ONE_SPEAKER)


def why(context: Context, status: Status) -> RichText:
    """Give the reason for a status, and who could not confirm it."""
    neutral = tuple(actor for actor in status.speakers if not context.queries.is_party(actor))
    speakers = neutral if status.reason in _NEUTRAL_REASONS else status.speakers
    reason = capital(
        compose(
            context.words(_REASON_PATTERNS[status.reason]),
            speakers=context.mentions(speakers),
            deniers=context.mentions(status.deniers),
            conceding=context.mentions(status.conceding),
            withdrew=context.mentions(status.withdrew),
        )
    )
    if not status.unable:
        return reason
    unable = compose(
        context.words(N_("Could not confirm it: {names}.")), names=context.mentions(status.unable)
    )
    return (*reason, *plain(" "), *unable)


STANCE_LABELS = {
    Stance.ASSERTS: N_("asserts"),
    Stance.DENIES: N_("denies"),
    Stance.CANNOT_CONFIRM: N_("cannot confirm"),
    Stance.CONCEDES: N_("concedes"),
    Stance.WITHDRAWS: N_("withdraws"),
}

_UNSAID = (Reason.ONLY_DENIALS, Reason.ONLY_UNABLE)
_ON_NEUTRAL = (Reason.ONE_SPEAKER, Reason.INDEPENDENT_SPEAKERS)
_SETTLED = (StatusName.CONFIRMED, StatusName.CORROBORATED)


@remembered
def claim_sentence(context: Context, ref: Ref) -> RichText:
    """One claim as a sentence of its own, with its speaker and stance in words."""
    claim = context.queries.statement(ref)
    assert isinstance(claim, Claim)
    return _filled(context, _stance_pattern(context, claim), claim)


def record_sentence(context: Context, claims: Mapping[Ref, Claim], status: Status) -> RichText:
    """Give a record's lead claim, worded as its status demands, and who could not confirm it."""
    lead = _lead(context, claims, status)
    sentence = _by_status(context, lead, claims[lead], status)
    if status.denied_before:
        sentence = (*sentence, *plain(" "), *_denied_before(context, status.denied_before))
    if not status.unable or claims[lead].stance is Stance.CANNOT_CONFIRM:
        return sentence
    if status.name in _SETTLED:
        pattern = N_("{speaker} could not confirm it at the time.")
    else:
        pattern = N_("{speaker} could not confirm it.")
    unable = compose(context.words(pattern), speaker=context.mentions(status.unable))
    return (*sentence, *plain(" "), *capital(unable))


def _denied_before(context: Context, speakers: tuple[str, ...]) -> RichText:
    """Say who had denied it before anybody was on record as saying it: no answer, but an order of things."""
    pattern = context.words(N_("{speaker} had denied it before."))
    return capital(compose(pattern, speaker=context.mentions(speakers)))


def event_sentence(context: Context, claims: Mapping[Ref, Claim], status: Status) -> RichText:
    """Give the sentence of an event, which also says when the accounts of it cannot all be true, and on what
    they differ."""
    sentence = record_sentence(context, claims, status)
    versions = {ref: claim for ref, claim in claims.items() if claim.stance is not Stance.DENIES}
    known = {ref.statement for ref in versions}
    differ = any(known.intersection(one.rivals) for one in versions.values())
    if status.name is StatusName.WITHDRAWN or not differ:
        return sentence
    matters = contested_words(context, versions)
    pattern = N_("Accounts of it differ on {matters}.") if matters else N_("Accounts of it differ.")
    return (*sentence, *plain(" " + context.words(pattern).format(matters=matters)))


def _lead(context: Context, claims: Mapping[Ref, Claim], status: Status) -> Ref:
    """Give the claim to quote: the one that the status is of, else the first that was ever asserted."""
    if status.claim and status.claim in claims:
        return status.claim
    affirming = [ref for ref, claim in claims.items() if claim.stance.affirms]
    withdrawn = [ref for ref in affirming if set(claims[ref].by).intersection(status.withdrew)]
    return next(iter(withdrawn or affirming or claims))


def _speakers(context: Context, lead: Claim, status: Status) -> tuple[str, ...]:
    """Give who is quoted as saying what a status is of: who is first, unless it does not rest on them.

    Where it rests on those that are no party, a party is not quoted in their place; and
    who has denied it since is not quoted as saying it.
    """
    agreed = [speaker for speaker in status.speakers if speaker not in status.deniers]
    neutral = [speaker for speaker in agreed if not context.queries.is_party(speaker)]
    wanted = (neutral if status.reason in _ON_NEUTRAL else agreed) or agreed
    if not wanted or set(lead.by).intersection(wanted):
        return tuple(speaker for speaker in lead.by if speaker in agreed) or lead.by
    return (wanted[0],)


def _by_status(context: Context, ref: Ref, lead: Claim, status: Status) -> RichText:
    says = without_stop(context.text(lead.says))
    if status.reason in _UNSAID:
        return _unsaid(context, ref, lead)
    if not lead.stance.affirms:
        return claim_sentence(context, ref)
    lead = lead.model_copy(update={"by": _speakers(context, lead, status)})
    match status.name:
        case StatusName.CONFIRMED:
            return with_stop(says)
        case StatusName.CORROBORATED:
            return _corroborated(context, says, status.neutral)
        case StatusName.DISPUTED:
            return _disputed(context, lead, status)
        case StatusName.WITHDRAWN:
            return _filled(context, context.words(N_("Withdrawn: {says}, {speaker} had said.")), lead)
        case StatusName.CLAIMED:
            return _filled(context, claimed_pattern(context, lead.by), lead)
        case StatusName.REPORTED if lead.stance is Stance.ASSERTS:
            return _filled(context, _reported_pattern(context, lead), lead)
        case _:
            return claim_sentence(context, ref)


def _unsaid(context: Context, ref: Ref, lead: Claim) -> RichText:
    """Tell of what nobody is on record as saying: as reports that were denied, or could not be confirmed."""
    number, words = _number(context, lead.by), context.language
    label = context.queries.find_label(ref.record)
    if label is None or label.kind is not Event:
        return _filled(context, _unsaid_pattern(words, lead.stance, number), lead)
    if lead.stance is Stance.DENIES:
        pattern = words.ngettext(
            "{speaker} denies reports of this, “{title}”: {says}.",
            "{speaker} deny reports of this, “{title}”: {says}.",
            number,
        )
    else:
        pattern = context.words(N_("{speaker} could not confirm reports of this, “{title}”: {says}."))
    says, title = without_stop(context.text(lead.says)), without_stop(context.title(ref.record))
    return capital(compose(pattern, says=says, title=title, speaker=context.mentions(lead.by)))


def _unsaid_pattern(words: Language, stance: Stance, number: int) -> str:
    if stance is Stance.DENIES:
        return words.ngettext(
            "{speaker} denies reports of this: {says}.", "{speaker} deny reports of this: {says}.", number
        )
    return words.gettext(N_("{speaker} could not confirm reports of this: {says}."))


def _corroborated(context: Context, says: RichText, count: int) -> RichText:
    pattern = context.language.ngettext(
        "{says} ({count} independent source).", "{says} ({count} independent sources).", count
    )
    return compose(pattern, says=says, count=context.language.number(count))


def claimed_pattern(context: Context, speakers: tuple[str, ...]) -> str:
    """Give the pattern for what only parties claim, with a verb that agrees with them."""
    return context.language.ngettext(
        "{says}, {speaker} claims; this is not independently confirmed.",
        "{says}, {speaker} claim; this is not independently confirmed.",
        _number(context, speakers),
    )


def _disputed(context: Context, lead: Claim, status: Status) -> RichText:
    return denied(
        context, _filled(context, context.words(N_("{says}, according to {speaker}")), lead), status
    )


def denied(context: Context, asserted: RichText, status: Status, *, otherwise: bool = False) -> RichText:
    """Add to what is asserted who denies it, or gives an account that cannot be true together with it."""
    number, words = _number(context, status.deniers), context.language
    pattern = words.ngettext("{asserted}; {deniers} denies it.", "{asserted}; {deniers} deny it.", number)
    if otherwise:
        pattern = words.ngettext(
            "{asserted}; {deniers} says otherwise.", "{asserted}; {deniers} say otherwise.", number
        )
    return compose(pattern, asserted=asserted, deniers=context.mentions(status.deniers))


def _stance_pattern(context: Context, claim: Claim) -> str:
    number = _number(context, claim.by)
    words = context.language
    match claim.stance:
        case Stance.DENIES:
            return words.ngettext("{speaker} denies it: {says}.", "{speaker} deny it: {says}.", number)
        case Stance.CANNOT_CONFIRM:
            return context.words(N_("{speaker} could not confirm it: {says}."))
        case Stance.CONCEDES:
            return words.ngettext("{says}, {speaker} concedes.", "{says}, {speaker} concede.", number)
        case Stance.WITHDRAWS:
            return words.ngettext("{speaker} withdraws it: {says}.", "{speaker} withdraw it: {says}.", number)
        case _ if any(map(context.queries.is_party, claim.by)):
            return _said_pattern(context, claim)
        case _:
            return _reported_pattern(context, claim)


def _reported_pattern(context: Context, claim: Claim) -> str:
    """Give one of two patterns for what somebody says who is no party, so that lines do not all end alike.

    Which one follows from the words of the claim, so that it reads the same wherever and whenever it is told.
    """
    if crc32(str(claim.says).encode()) % 2:
        return context.words(N_("{says}, according to {speaker}."))
    return _said_pattern(context, claim)


def _said_pattern(context: Context, claim: Claim) -> str:
    return context.language.ngettext(
        "{says}, {speaker} says.", "{says}, {speaker} say.", _number(context, claim.by)
    )


def _number(context: Context, speakers: tuple[str, ...]) -> int:
    """Give the grammatical number of some speakers: 1, or 2 for anything that takes a plural verb."""
    label = context.queries.find_label(speakers[0]) if len(speakers) == 1 else None
    return 1 if label and label.kind is Actor and not label.plural else 2


def _filled(context: Context, pattern: str, claim: Claim) -> RichText:
    says = without_stop(context.text(claim.says))
    return capital(compose(pattern, says=says, speaker=context.mentions(claim.by)))
