package vn.caunoi.projections.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.Verdict;

/**
 * How the settling of a denunciation went. Nothing in it names the denouncer by design.
 *
 * @param severalPlaces whether the initial check was widened
 * @param prolonged how often the limit was extended
 */
public record Denunciation(
        boolean severalPlaces,
        int prolonged,
        @Nullable LocalDate senderAnsweredOn,
        @Nullable Notice notice,
        @Nullable Verified verified,
        @Nullable Report report,
        @Nullable Concluded concluded,
        @Nullable LocalDate sentOn,
        @Nullable Handled handled,
        @Nullable LocalDate publishedOn)
        implements Part {

    static final Denunciation NONE = new Denunciation(false, 0, null, null, null, null, null, null, null, null);

    /** Who was told of the acceptance, and when; {@code told}: what the accused was told. */
    public record Notice(
            LocalDate denouncerToldOn,
            LocalDate accusedToldOn,
            @Nullable String told) {}

    public record Verified(String report, List<Found> findings) {
        public Verified {
            findings = List.copyOf(findings);
        }
    }

    /** What was found of one point. */
    public record Found(int point, String finding, Verdict verdict) {}

    /** @param returned why it was given back; null while it stands */
    public record Report(
            String text, Verdict proposed, @Nullable String returned) {}

    public record Concluded(
            String number,
            LocalDate on,
            @Nullable Verdict verdict,
            @Nullable String responsible,
            @Nullable String measures,
            @Nullable String recommendations) {

        Concluded dated() {
            return new Concluded(number, on, null, null, null, null);
        }
    }

    /** @param prosecution who it was handed to at signs of a crime */
    public record Handled(
            LocalDate on,
            @Nullable String prosecution,
            @Nullable String measures) {}

    /** Leaves the dates. */
    Denunciation dates() {
        return new Denunciation(
                severalPlaces,
                prolonged,
                senderAnsweredOn,
                notice == null ? null : new Notice(notice.denouncerToldOn(), notice.accusedToldOn(), null),
                null,
                null,
                concluded == null ? null : concluded.dated(),
                sentOn,
                handled == null ? null : new Handled(handled.on(), null, null),
                publishedOn);
    }

    Denunciation widened() {
        return new Denunciation(
                true, prolonged, senderAnsweredOn, notice, verified, report, concluded, sentOn, handled, publishedOn);
    }

    Denunciation prolonged(int times) {
        return new Denunciation(
                severalPlaces,
                times,
                senderAnsweredOn,
                notice,
                verified,
                report,
                concluded,
                sentOn,
                handled,
                publishedOn);
    }

    Denunciation answered(LocalDate on) {
        return new Denunciation(
                severalPlaces, prolonged, on, notice, verified, report, concluded, sentOn, handled, publishedOn);
    }

    Denunciation told(Notice now) {
        return new Denunciation(
                severalPlaces,
                prolonged,
                senderAnsweredOn,
                now,
                verified,
                report,
                concluded,
                sentOn,
                handled,
                publishedOn);
    }

    Denunciation with(@Nullable Verified now) {
        return new Denunciation(
                severalPlaces,
                prolonged,
                senderAnsweredOn,
                notice,
                now,
                report,
                concluded,
                sentOn,
                handled,
                publishedOn);
    }

    Denunciation with(@Nullable Report now) {
        return new Denunciation(
                severalPlaces,
                prolonged,
                senderAnsweredOn,
                notice,
                verified,
                now,
                concluded,
                sentOn,
                handled,
                publishedOn);
    }

    Denunciation with(@Nullable Concluded now) {
        return new Denunciation(
                severalPlaces,
                prolonged,
                senderAnsweredOn,
                notice,
                verified,
                report,
                now,
                sentOn,
                handled,
                publishedOn);
    }

    Denunciation sent(@Nullable LocalDate on) {
        return new Denunciation(
                severalPlaces,
                prolonged,
                senderAnsweredOn,
                notice,
                verified,
                report,
                concluded,
                on,
                handled,
                publishedOn);
    }

    Denunciation with(@Nullable Handled now) {
        return new Denunciation(
                severalPlaces,
                prolonged,
                senderAnsweredOn,
                notice,
                verified,
                report,
                concluded,
                sentOn,
                now,
                publishedOn);
    }

    Denunciation published(@Nullable LocalDate on) {
        return new Denunciation(
                severalPlaces, prolonged, senderAnsweredOn, notice, verified, report, concluded, sentOn, handled, on);
    }

    /** What is left when these facts no longer stand. */
    Denunciation without(Set<Milestone> undone) {
        return new Denunciation(
                severalPlaces,
                undone.contains(Milestone.ACCEPTED) ? 0 : prolonged,
                undone.contains(Milestone.SENDER_ANSWERED) ? null : senderAnsweredOn,
                undone.contains(Milestone.NOTIFIED) ? null : notice,
                undone.contains(Milestone.VERIFIED) ? null : verified,
                undone.contains(Milestone.REPORTED) ? null : report,
                undone.contains(Milestone.CONCLUDED) ? null : concluded,
                undone.contains(Milestone.CONCLUSION_SENT) ? null : sentOn,
                undone.contains(Milestone.HANDLED) ? null : handled,
                undone.contains(Milestone.PUBLISHED) ? null : publishedOn);
    }
}
