package vn.caunoi.api.citizen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.publicview.PublishedAnswers;

/** Published answers, for everybody. */
@Component
public class PublicAnswers {

    private static final int LONGEST = 200;

    /**
     * Which are looked for; what is not said is left open.
     *
     * @param from first day of publication; {@code to} the last
     * @param q words in question and answer, without marks too
     */
    public record Wanted(
            @Nullable String kind,
            @Nullable String unit,
            @Nullable String category,
            @Nullable String from,
            @Nullable String to,
            @Nullable String q) {

        PublishedAnswers.Filter filter() {
            String place = Asked.text("unit", unit);
            return new PublishedAnswers.Filter(
                    Asked.choice("kind", kind, Kind.class),
                    place == null ? null : new UnitId(place),
                    Asked.text("category", category),
                    Asked.day("from", from),
                    Asked.day("to", to),
                    words());
        }

        private @Nullable String words() {
            String text = Asked.text("q", q);
            if (text != null && text.length() > LONGEST)
                throw Input.refusal("q", "too-long", "has at most " + LONGEST + " characters");
            return text;
        }
    }

    /**
     * A question and its answer, without who asked.
     *
     * @param id of the publication
     * @param unit its id, {@code unitName} what it is called
     */
    public record PublicAnswer(
            String id,
            Kind kind,
            String unit,
            String unitName,
            @Nullable String category,
            LocalDate publishedOn,
            String question,
            String answer) {}

    private final PublishedAnswers answers;
    private final Directory directory;

    PublicAnswers(PublishedAnswers answers, Directory directory) {
        this.answers = answers;
        this.directory = directory;
    }

    public Page<PublicAnswer> search(Wanted wanted, @Nullable String cursor, int limit) {
        return answers.search(wanted.filter(), cursor, limit).map(this::shown);
    }

    public Optional<PublicAnswer> find(String id) {
        return id.indexOf('\0') >= 0 ? Optional.empty() : answers.find(id).map(this::shown);
    }

    public List<String> categories() {
        return answers.categories();
    }

    public List<UnitId> units() {
        return answers.units();
    }

    private PublicAnswer shown(PublishedAnswers.Answer one) {
        return new PublicAnswer(
                one.id(),
                one.kind(),
                one.unit().value(),
                directory
                        .unit(one.unit())
                        .map(Directory.Unit::name)
                        .orElse(one.unit().value()),
                one.category(),
                one.publishedOn(),
                one.question(),
                one.answer());
    }
}
