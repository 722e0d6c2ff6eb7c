package vn.caunoi.api.citizen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.publicview.PublishedDecisions;

/** Published decisions on complaints, for everybody. */
@Component
public class PublicDecisions {

    private static final int LONGEST = 200;

    /**
     * @param id of the publication
     * @param unit its id, {@code unitName} what it is called
     */
    public record PublicDecision(
            String id,
            String unit,
            String unitName,
            @Nullable String category,
            String number,
            LocalDate issuedOn,
            LocalDate publishedOn,
            String text) {}

    private final PublishedDecisions decisions;
    private final Directory directory;

    PublicDecisions(PublishedDecisions decisions, Directory directory) {
        this.decisions = decisions;
        this.directory = directory;
    }

    /** @param q words in number and text, without marks too */
    public Page<PublicDecision> search(@Nullable String unit, @Nullable String q, @Nullable String cursor, int limit) {
        String place = Asked.text("unit", unit);
        String words = Asked.text("q", q);
        if (words != null && words.length() > LONGEST)
            throw Input.refusal("q", "too-long", "has at most " + LONGEST + " characters");
        return decisions
                .search(place == null ? null : new UnitId(place), words, cursor, limit)
                .map(this::shown);
    }

    public Optional<PublicDecision> find(String id) {
        return id.indexOf('\0') >= 0 ? Optional.empty() : decisions.find(id).map(this::shown);
    }

    public List<UnitId> units() {
        return decisions.units();
    }

    private PublicDecision shown(PublishedDecisions.Decision one) {
        return new PublicDecision(
                one.id(),
                one.unit().value(),
                directory
                        .unit(one.unit())
                        .map(Directory.Unit::name)
                        .orElse(one.unit().value()),
                one.category(),
                one.number(),
                one.issuedOn(),
                one.publishedOn(),
                one.text());
    }
}
