package vn.caunoi.api.officer;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.casefile.CaseFiles;

/**
 * Which cases are looked for; what is not said is left open.
 *
 * @param assignee account name, or {@code me}
 * @param waiting {@code citizen}, {@code suspended}, {@code clerk}, {@code officer}, {@code head}; {@code true} for the
 *     first two
 * @param from first day of receipt; {@code to} the last
 * @param q words in code, subject, content, names or numbers of petitioners; without marks too
 * @param name words in names of petitioners
 */
public record SearchInput(
        @Nullable String stage,
        @Nullable String kind,
        @Nullable String status,
        @Nullable String unit,
        @Nullable String assignee,
        @Nullable String category,
        @Nullable String channel,
        @Nullable String place,
        @Nullable String waiting,
        @Nullable String overdue,
        @Nullable String escalated,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q,
        @Nullable String name) {

    private static final int LONGEST = 200;

    private static final Set<String> WAITING =
            Set.of("citizen", "suspended", "clerk", "officer", "head", "true", "false");

    /** The same with the category as it is kept. */
    public SearchInput category(@Nullable String kept) {
        return new SearchInput(
                stage, kind, status, unit, assignee, kept, channel, place, waiting, overdue, escalated, from, to, q,
                name);
    }

    public CaseFiles.Filter filter(Actor actor) {
        return new CaseFiles.Filter(
                Asked.choice("stage", stage, Stage.class),
                Asked.choice("kind", kind, Kind.class),
                Asked.choice("status", status, Status.class),
                unitAsked(),
                officer(actor),
                Asked.text("category", category),
                Asked.choice("channel", channel, Channel.class),
                Asked.text("place", place),
                Asked.word("waiting", waiting, WAITING),
                Asked.yesOrNo("overdue", overdue),
                Asked.yesOrNo("escalated", escalated),
                Asked.day("from", from),
                Asked.day("to", to),
                words("q", q),
                words("name", name));
    }

    private static @Nullable String words(String field, @Nullable String typed) {
        String text = Asked.text(field, typed);
        if (text != null && text.length() > LONGEST)
            throw Input.refusal(field, "too-long", "has at most " + LONGEST + " characters");
        return text;
    }

    private @Nullable UnitId unitAsked() {
        String name = Asked.text("unit", unit);
        return name == null ? null : new UnitId(name);
    }

    private @Nullable OfficerId officer(Actor actor) {
        String name = Asked.text("assignee", assignee);
        if (name == null) return null;
        return name.equals("me") ? actor.id() : new OfficerId(name);
    }
}
