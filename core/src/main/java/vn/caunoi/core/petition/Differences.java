package vn.caunoi.core.petition;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of a correction that differ from what is recorded: old and new, points and persons one by one. */
record Differences(Correction before, Correction after) {

    private static final Correction NOTHING =
            new Correction(null, null, null, null, null, null, null, null, null, null);

    static Differences between(Petition petition, Correction to) {
        Dossier old = petition.dossier;
        Correction recorded = new Correction(
                old.subject(),
                old.content(),
                old.category(),
                old.place(),
                old.receivedAt(),
                petition.standing.day(Milestone.ACCEPTED).orElse(null),
                old.about(),
                old.against(),
                old.points(),
                old.petitioners());
        return new Differences(changed(recorded, to, true), changed(recorded, to, false));
    }

    boolean areNone() {
        return after.equals(NOTHING);
    }

    private static Correction changed(Correction old, Correction to, boolean before) {
        return new Correction(
                one(old.subject(), to.subject(), before),
                one(old.content(), to.content(), before),
                one(old.category(), to.category(), before),
                one(old.place(), to.place(), before),
                one(old.receivedAt(), to.receivedAt(), before),
                one(old.acceptedOn(), to.acceptedOn(), before),
                one(old.about(), to.about(), before),
                one(old.against(), to.against(), before),
                entries(old.points(), to.points(), Point::no, before),
                entries(old.petitioners(), to.petitioners(), Person::id, before));
    }

    private static <T> @Nullable T one(@Nullable T old, @Nullable T to, boolean before) {
        if (to == null || to.equals(old)) return null;
        return before ? old : to;
    }

    /** Those of the correction that differ from the old one of the same key, on the side asked for. */
    private static <T> @Nullable List<T> entries(
            @Nullable List<T> old, @Nullable List<T> to, Function<T, Object> key, boolean before) {
        if (old == null || to == null) return null;
        List<T> changed = to.stream()
                .filter(entry -> !old.contains(entry))
                .map(entry -> before ? sameKey(old, entry, key) : entry)
                .toList();
        return changed.isEmpty() ? null : changed;
    }

    private static <T> T sameKey(List<T> old, T entry, Function<T, Object> key) {
        return old.stream()
                .filter(one -> key.apply(one).equals(key.apply(entry)))
                .findFirst()
                .orElse(entry);
    }
}
