package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.casefile.IntakeFold.clear;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.caunoi.core.petition.Finding;
import vn.caunoi.core.petition.Participant;
import vn.caunoi.core.petition.RoundEvent;
import vn.caunoi.core.petition.RoundEvent.DialogueConvened;
import vn.caunoi.core.petition.RoundEvent.DialogueHeld;
import vn.caunoi.core.petition.RoundEvent.DialogueNotAttended;
import vn.caunoi.core.petition.RoundEvent.PetitionPublished;
import vn.caunoi.core.petition.RoundEvent.PetitionVerified;
import vn.caunoi.core.petition.RoundEvent.ResolutionApproved;
import vn.caunoi.core.petition.RoundEvent.ResolutionDrafted;
import vn.caunoi.core.petition.RoundEvent.ResolutionIssued;
import vn.caunoi.core.petition.RoundEvent.ResolutionReturned;
import vn.caunoi.core.petition.RoundEvent.ResolutionSent;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.casefile.Part.Attendant;
import vn.caunoi.projections.casefile.Part.Dialogue;
import vn.caunoi.projections.casefile.Part.PointOf;
import vn.caunoi.projections.casefile.Part.Verification;

/** Verification, dialogue, resolution, publication. */
final class RoundFold {
    private RoundFold() {}

    static void apply(CaseDraft file, RoundEvent event, Happened<?> r) {
        switch (event) {
            case PetitionVerified e -> verified(file, e, r);
            case DialogueConvened e -> {
                file.dialogue = new Dialogue(
                        e.heldAt(),
                        e.place().clear(),
                        e.content().clear(),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null);
            }
            case DialogueHeld e -> held(file, e);
            case DialogueNotAttended e -> missed(file, e);
            case ResolutionDrafted e -> file.resolution = drafted(e);
            case ResolutionApproved e -> {
                resolution(file, before -> before.approved(e.by()));
            }
            case ResolutionReturned e ->
                resolution(file, before -> before.returned(e.reasons().clear()));
            case ResolutionIssued e -> {
                if (file.resolution == null) file.resolution = Resolution.elsewhere(e.conclusion());
                resolution(file, before -> before.issued(e.number(), e.issuedOn()));
            }
            case ResolutionSent e -> {
                resolution(
                        file, before -> before.sent(e.sentOn(), e.recipients().clear()));
            }
            case PetitionPublished e -> {
                resolution(file, before -> before.published(e.publishedOn(), e.way(), e.place()));
                if (file.denunciation != null)
                    DenunciationFold.change(file, before -> before.published(e.publishedOn()));
            }
        }
    }

    private static void verified(CaseDraft file, PetitionVerified e, Happened<?> r) {
        file.verification = new Verification(e.report().clear(), e.differs(), r.at(), r.by());
        file.points =
                file.points.stream().map(point -> found(point, e.findings())).toList();
    }

    private static PointOf found(PointOf point, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.point() == point.no())
                .findFirst()
                .map(f -> new PointOf(point.no(), point.demand(), f.finding().clear(), f.result(), point.withdrawn()))
                .orElse(point);
    }

    private static void held(CaseDraft file, DialogueHeld e) {
        Dialogue convened = file.dialogue;
        if (convened == null) return;
        file.dialogue = new Dialogue(
                convened.convenedFor(),
                e.place().clear(),
                convened.content(),
                e.heldOn(),
                true,
                e.chair().clear(),
                e.participants().stream().map(RoundFold::attendant).toList(),
                e.opinions().clear(),
                e.result().clear(),
                null,
                null);
    }

    private static void missed(CaseDraft file, DialogueNotAttended e) {
        Dialogue convened = file.dialogue;
        if (convened == null) return;
        file.dialogue = new Dialogue(
                convened.convenedFor(),
                convened.place(),
                convened.content(),
                e.heldOn(),
                false,
                null,
                List.of(),
                null,
                null,
                e.absent().clear(),
                clear(e.reason()));
    }

    private static Attendant attendant(Participant p) {
        return new Attendant(p.name().clear(), p.part().clear(), clear(p.opinion()), p.signature(), clear(p.refusal()));
    }

    private static Resolution drafted(ResolutionDrafted e) {
        return new Resolution(
                e.draft(),
                e.conclusion(),
                e.effect(),
                e.text().clear(),
                e.legalBasis().clear(),
                clear(e.damages()),
                e.by(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void resolution(CaseDraft file, UnaryOperator<Resolution> change) {
        if (file.resolution != null) file.resolution = change.apply(file.resolution);
    }
}
