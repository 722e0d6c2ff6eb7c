package vn.caunoi.api.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.caunoi.api.letter.FormsInForce;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.letter.SetHeading;
import vn.caunoi.projections.directory.Directory;

/** Forms of letters whose text has the name of a unit, and headings that were set for it. */
@Component
class LetterMentions implements NamesUnits {

    private final FormsInForce forms;
    private final Streams streams;

    LetterMentions(FormsInForce forms, Streams streams) {
        this.forms = forms;
        this.streams = streams;
    }

    @Override
    public List<Mention> of(List<Directory.Unit> units, LocalDate from, Actor reader) {
        List<Mention> found = new ArrayList<>();
        List<LetterForm> inForce = forms.on(from, null);
        for (Directory.Unit unit : units) {
            String name = small(unit.name());
            inForce.stream()
                    .filter(form -> texts(form).anyMatch(text -> small(text).contains(name)))
                    .forEach(form ->
                            found.add(new Mention(unit.id(), "form", form.name(), "/admin/letter-forms/" + form.id())));
            if (hasHeading(unit)) found.add(new Mention(unit.id(), "heading", unit.name(), null));
        }
        return found;
    }

    private boolean hasHeading(Directory.Unit unit) {
        try (var set = streams.of(SetHeading.stream(unit.id()))) {
            return set.findAny().isPresent();
        }
    }

    private static Stream<String> texts(LetterForm form) {
        return Stream.of(
                        Stream.of(form.title(), form.subject(), form.addressee()),
                        form.recipients().stream(),
                        form.body().stream())
                .flatMap(texts -> texts);
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
