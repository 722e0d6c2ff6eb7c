package vn.caunoi.projections.likeness;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.reception.Heard;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part.Disputed;

/**
 * What is known of a petition by which others like it are found; may be typed so far only.
 *
 * @param decision number of the decision it is about
 * @param issuer who made that decision, in words
 * @param against who is complained of, in words
 * @param place of the matter
 */
public record Told(
        List<Someone> people,
        @Nullable String decision,
        @Nullable String issuer,
        @Nullable String against,
        @Nullable String place,
        @Nullable String subject,
        @Nullable String content) {

    /** A petitioner. */
    public record Someone(
            @Nullable String fullName,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String phone) {}

    /** Nothing to find anything by. */
    public static final Told NOTHING = new Told(List.of(), null, null, null, null, null, null);

    /** Of people, a decision and words only. */
    public Told(List<Someone> people, @Nullable String decision, @Nullable String subject, @Nullable String content) {
        this(people, decision, null, null, null, subject, content);
    }

    public Told {
        people = List.copyOf(people);
    }

    /** Nothing of a denunciation, and nobody of a petition whose petitioners asked to keep their names confidential. */
    static Told of(CaseFile file) {
        if (file.kind() == Kind.DENUNCIATION) return NOTHING;
        List<Someone> people = file.confidential()
                ? List.of()
                : file.petitioners().stream()
                        .map(person -> new Someone(
                                known(person.fullName()),
                                known(person.idNumber()),
                                known(person.address()),
                                known(person.phone())))
                        .toList();
        Disputed about = file.about();
        return new Told(
                people,
                about == null ? null : about.number(),
                about == null ? null : known(about.issuer()),
                known(file.against()),
                file.place(),
                known(file.subject()),
                known(file.content()));
    }

    /** Who came to a visit and what they said; nothing of a denunciation. */
    static Told of(Heard heard) {
        if (heard.matter() == Kind.DENUNCIATION) return NOTHING;
        List<Someone> people = heard.visitors().stream()
                .map(person -> new Someone(
                        known(person.fullName()),
                        known(person.idNumber()),
                        known(person.address()),
                        known(person.phone())))
                .toList();
        return new Told(people, null, known(heard.subject()), known(heard.statement()));
    }

    private static @Nullable String known(@Nullable Sealed text) {
        return text == null ? null : known(text.clear());
    }

    /** Null for what was erased. */
    static @Nullable String known(@Nullable String text) {
        return text == null || text.equals(Sealed.ERASED) ? null : text;
    }
}
