package vn.caunoi.projections.likeness;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.casefile.CaseFile;

/**
 * What is known of a petition by which others like it are found; may be typed so far only.
 *
 * @param decision number of the decision it is about
 */
public record Told(
        List<Someone> people,
        @Nullable String decision,
        @Nullable String subject,
        @Nullable String content) {

    /** A petitioner. */
    public record Someone(
            @Nullable String fullName,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String phone) {}

    /** Nothing to find anything by. */
    public static final Told NOTHING = new Told(List.of(), null, null, null);

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
        String decision = file.about() == null ? null : file.about().number();
        return new Told(people, decision, known(file.subject()), known(file.content()));
    }

    private static @Nullable String known(@Nullable String text) {
        return text == null || text.equals(Sealed.ERASED) ? null : text;
    }
}
