package vn.caunoi.core.petition;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.Sealed;

/** What was handed in, as corrected since. */
record Dossier(
        String code,
        @Nullable Kind kind,
        Instant receivedAt,
        Sealed subject,
        Sealed content,
        @Nullable String category,
        @Nullable String place,
        @Nullable Disputed about,
        @Nullable Sealed against,
        List<Point> points,
        List<Person> petitioners) {

    static Dossier of(IntakeEvent.PetitionReceived e) {
        return new Dossier(
                e.code(),
                e.kind(),
                e.occurred(),
                e.subject(),
                e.content(),
                e.category(),
                e.place(),
                e.about(),
                e.against(),
                e.points(),
                e.petitioners());
    }

    Dossier classified(Kind as, @Nullable String newCategory) {
        return new Dossier(
                code,
                as,
                receivedAt,
                subject,
                content,
                newCategory == null ? category : newCategory,
                place,
                about,
                against,
                points,
                petitioners);
    }

    /** Points and persons of a correction replace those of the same number or id. */
    Dossier corrected(Correction to) {
        return new Dossier(
                code,
                kind,
                or(to.receivedAt(), receivedAt),
                or(to.subject(), subject),
                or(to.content(), content),
                to.category() == null ? category : to.category(),
                to.place() == null ? place : to.place(),
                to.about() == null ? about : to.about(),
                to.against() == null ? against : to.against(),
                to.points() == null
                        ? points
                        : points.stream().map(p -> corrected(p, to.points())).toList(),
                to.petitioners() == null
                        ? petitioners
                        : petitioners.stream()
                                .map(p -> corrected(p, to.petitioners()))
                                .toList());
    }

    private static Point corrected(Point old, List<Point> corrections) {
        return corrections.stream().filter(p -> p.no() == old.no()).findFirst().orElse(old);
    }

    private static Person corrected(Person old, List<Person> corrections) {
        return corrections.stream()
                .filter(p -> p.id().equals(old.id()))
                .findFirst()
                .orElse(old);
    }

    private static <T> T or(@Nullable T corrected, T old) {
        return corrected == null ? old : corrected;
    }
}
