package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.casefile.CaseDraft.plus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.IntakeEvent.ActivityImported;
import vn.caunoi.core.petition.IntakeEvent.HandlingProposed;
import vn.caunoi.core.petition.IntakeEvent.PetitionAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionAnswered;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.IntakeEvent.PetitionClassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionGuided;
import vn.caunoi.core.petition.IntakeEvent.PetitionMovedIn;
import vn.caunoi.core.petition.IntakeEvent.PetitionNotAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionPassed;
import vn.caunoi.core.petition.IntakeEvent.PetitionPassedBack;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.IntakeEvent.PetitionReturned;
import vn.caunoi.core.petition.IntakeEvent.PetitionStored;
import vn.caunoi.core.petition.IntakeEvent.PetitionTransferred;
import vn.caunoi.core.petition.IntakeEvent.SecondRoundBegun;
import vn.caunoi.core.petition.IntakeEvent.SupplementLimited;
import vn.caunoi.core.petition.IntakeEvent.SupplementMissed;
import vn.caunoi.core.petition.IntakeEvent.SupplementReceived;
import vn.caunoi.core.petition.IntakeEvent.SupplementReminded;
import vn.caunoi.core.petition.IntakeEvent.SupplementRequested;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.casefile.Part.Acceptance;
import vn.caunoi.projections.casefile.Part.Activity;
import vn.caunoi.projections.casefile.Part.Disputed;
import vn.caunoi.projections.casefile.Part.Pass;
import vn.caunoi.projections.casefile.Part.Petitioner;
import vn.caunoi.projections.casefile.Part.PointOf;
import vn.caunoi.projections.casefile.Part.Reply;
import vn.caunoi.projections.casefile.Part.ReplyKind;
import vn.caunoi.projections.casefile.Part.SecondRound;
import vn.caunoi.projections.casefile.Part.Supplement;

/** Receipt, classification, acceptance, and the ways out without a resolution. */
final class IntakeFold {
    private IntakeFold() {}

    static void begin(CaseDraft file, PetitionReceived e) {
        file.kind = e.kind();
        file.subject = e.subject().clear();
        file.content = e.content().clear();
        file.category = e.category();
        file.place = e.place();
        file.anonymous = e.anonymous();
        file.confidential = e.confidential();
        file.about = e.about() == null ? null : disputed(e.about());
        file.against = clear(e.against());
        file.points = e.points().stream().map(IntakeFold::point).toList();
        file.petitioners = e.petitioners().stream().map(IntakeFold::petitioner).toList();
        file.origin = e.origin();
    }

    static void apply(CaseDraft file, IntakeEvent event, Happened<?> r) {
        switch (event) {
            case PetitionReceived e -> begin(file, e);
            case ActivityImported e ->
                file.activities =
                        plus(file.activities, new Activity(e.activity(), e.resource(), e.group(), e.occurred()));
            case PetitionMovedIn e -> {}
            case PetitionClassified e -> classified(file, e);
            case SupplementRequested e ->
                file.supplements =
                        plus(file.supplements, new Supplement(e.reason().clear(), null, r.at(), null, false));
            case SupplementReceived e ->
                file.supplements =
                        plus(file.supplements, new Supplement(null, e.what().clear(), e.occurred(), null, false));
            case SupplementLimited e ->
                lastAsked(file, one -> one.limited(e.time().until()));
            case SupplementReminded e -> {}
            case SupplementMissed e -> lastAsked(file, Supplement::notCome);
            case SecondRoundBegun e -> file.secondRound = new SecondRound(e.first(), e.until(), e.late());
            case PetitionGuided e -> reply(file, ReplyKind.GUIDED, e.competentBody(), e.reason(), r);
            case PetitionTransferred e -> reply(file, ReplyKind.TRANSFERRED, e.to(), e.reason(), r);
            case PetitionPassed e ->
                file.passes = plus(
                        file.passes,
                        new Pass(e.from(), e.to(), false, false, e.reason().clear(), r.at(), r.by()));
            case PetitionPassedBack e ->
                file.passes = plus(
                        file.passes,
                        new Pass(
                                e.from(),
                                e.to(),
                                true,
                                e.toSuperior(),
                                e.reason().clear(),
                                r.at(),
                                r.by()));
            case PetitionReturned e -> reply(file, ReplyKind.RETURNED, e.to(), e.reason(), r);
            case HandlingProposed e -> file.handling = Proposal.of(e, r.at(), r.by());
            case PetitionStored e -> reply(file, ReplyKind.STORED, null, e.reason(), r);
            case PetitionAnswered e -> reply(file, ReplyKind.ANSWERED, null, e.answer(), r);
            case PetitionNotAccepted e ->
                reply(file, ReplyKind.NOT_ACCEPTED, e.ground().name(), e.reason(), r);
            case PetitionAssigned e -> {
                file.unit = e.unit();
                file.assignee = e.officer();
            }
            case PetitionAccepted e -> accepted(file, e);
        }
    }

    /** What was asked for last, if anything was. */
    private static void lastAsked(CaseDraft file, UnaryOperator<Supplement> change) {
        List<Supplement> all = new ArrayList<>(file.supplements);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).requested() == null) continue;
            all.set(i, change.apply(all.get(i)));
            break;
        }
        file.supplements = List.copyOf(all);
    }

    private static void classified(CaseDraft file, PetitionClassified e) {
        file.kind = e.kind();
        if (e.category() != null) file.category = e.category();
    }

    private static void accepted(CaseDraft file, PetitionAccepted e) {
        file.acceptance = new Acceptance(e.acceptedOn(), e.complex(), e.remote(), clear(e.complexityReason()));
    }

    private static void reply(CaseDraft file, ReplyKind what, @Nullable String detail, Sealed text, Happened<?> r) {
        file.replies = plus(file.replies, new Reply(what, detail, text.clear(), r.at()));
    }

    static Disputed disputed(vn.caunoi.core.petition.Disputed d) {
        return new Disputed(clear(d.decision()), d.number(), d.date(), clear(d.issuer()), d.knownOn());
    }

    static PointOf point(Point point) {
        return new PointOf(point.no(), point.demand().clear(), null, null, false);
    }

    static Petitioner petitioner(Person p) {
        return new Petitioner(
                p.id(),
                p.role(),
                p.fullName().clear(),
                clear(p.idNumber()),
                clear(p.address()),
                clear(p.phone()),
                clear(p.email()));
    }

    static @Nullable String clear(@Nullable Sealed text) {
        return text == null ? null : text.clear();
    }

    static List<PointOf> points(List<Point> corrected, List<PointOf> before) {
        return corrected.stream()
                .map(point -> before.stream()
                        .filter(old -> old.no() == point.no())
                        .findFirst()
                        .map(old -> new PointOf(
                                old.no(), point.demand().clear(), old.finding(), old.result(), old.withdrawn()))
                        .orElseGet(() -> point(point)))
                .toList();
    }
}
