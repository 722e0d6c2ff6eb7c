package vn.caunoi.api.directory;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.conference.Conferences;
import vn.caunoi.projections.consult.Consults;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.oversight.Oversight;
import vn.caunoi.projections.rota.Rota;

/** Who works in the units, the days they are to receive citizens, and what they still owe an answer to. */
@Component
class PeopleMentions implements NamesUnits {

    private static final int MOST = 200;

    private final Directory directory;
    private final Rota rota;
    private final Conferences conferences;
    private final Oversight oversight;
    private final Consults consults;
    private final MessageSource messages;

    PeopleMentions(
            Directory directory,
            Rota rota,
            Conferences conferences,
            Oversight oversight,
            Consults consults,
            MessageSource messages) {
        this.messages = messages;
        this.consults = consults;
        this.directory = directory;
        this.rota = rota;
        this.conferences = conferences;
        this.oversight = oversight;
    }

    @Override
    public List<Mention> of(List<Directory.Unit> units, LocalDate from, Actor reader) {
        List<Mention> found = new ArrayList<>();
        for (Directory.Unit unit : units) {
            officers(unit.id(), found);
            days(unit.id(), from, found);
            replies(unit.id(), reader, found);
        }
        return found;
    }

    /** An account goes by the name of its officer. */
    private void officers(UnitId unit, List<Mention> found) {
        directory
                .officersOf(unit)
                .forEach(one -> found.add(new Mention(
                        unit,
                        "officer",
                        one.name() + " (" + one.id() + "): "
                                + one.roles().stream()
                                        .sorted()
                                        .map(role -> word("group." + role, role.group()))
                                        .collect(Collectors.joining(", ")),
                        null)));
    }

    private void days(UnitId unit, LocalDate from, List<Mention> found) {
        var planned = new Rota.Filter(unit, null, from, from.plusYears(2), Rota.State.PLANNED);
        rota.days(planned, Visibility.everything(), null, MOST)
                .items()
                .forEach(day -> found.add(new Mention(
                        unit, "rota", shown(day.day()) + " " + day.from() + " " + day.room(), "/reception/rota")));
        for (int year = from.getYear(); year <= from.getYear() + 1; year++) {
            conferences
                    .search(new Conferences.Filter(year, unit, null), Visibility.everything(), null, MOST)
                    .items()
                    .stream()
                    .filter(one -> !one.day().isBefore(from))
                    .forEach(one ->
                            found.add(new Mention(unit, "conference", shown(one.day()) + " " + one.subject(), null)));
        }
    }

    private String shown(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(word("format.day", "yyyy-MM-dd"), Locale.ROOT));
    }

    private String word(String key, String otherwise) {
        String found = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return found == null ? otherwise : found;
    }

    /** How many only: what they are about is not for administrators. */
    private void replies(UnitId unit, Actor reader, List<Mention> found) {
        long owed = oversight
                .counts(new Visibility(false, Set.of(unit), true, reader), Duration.ZERO)
                .urged();
        if (owed > 0) found.add(new Mention(unit, "urging", String.valueOf(owed), null));
        long asked = consults.countAskedOf(new Actor(reader.id(), unit, Set.of(unit), Set.of()));
        if (asked > 0) found.add(new Mention(unit, "consult", String.valueOf(asked), null));
    }
}
