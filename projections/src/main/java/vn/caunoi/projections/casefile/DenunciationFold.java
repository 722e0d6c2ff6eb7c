package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.casefile.CaseDraft.plus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.DenunciationEvent;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Happened;

/** What happens to denunciations only. */
final class DenunciationFold {
    private DenunciationFold() {}

    static void apply(CaseDraft file, DenunciationEvent event, Happened<?> r) {
        switch (event) {
            case DenunciationEvent.ProtectionRequested e ->
                file.protection = new Part.Protection(
                        e.requestedOn(), e.urgent(), e.request().clear(), null, null, null, null, null);
            case DenunciationEvent.ProtectionGranted e ->
                protection(
                        file,
                        before -> before.granted(
                                e.number(), e.decidedOn(), e.measures().clear()));
            case DenunciationEvent.ProtectionDenied e -> protection(file, before -> before.decided(e.decidedOn()));
            case DenunciationEvent.ProtectionEnded e ->
                protection(file, before -> before.ended(e.ground(), e.endedOn()));
            case DenunciationEvent.AccusedNamed e -> file.accused = List.copyOf(e.officers());
            case DenunciationEvent.OnwardReceived e ->
                file.onward = plus(
                        file.onward,
                        new Part.Onward(
                                e.overdue(), e.receivedOn(), e.unit(), e.what().clear(), null, null, false));
            case DenunciationEvent.OnwardReviewed e ->
                answered(file, e.decidedOn(), e.reason().clear(), e.resettle());
            case DenunciationEvent.OverdueReported e ->
                answered(file, e.reportedOn(), e.text().clear(), false);
            case DenunciationEvent.HandlerAdmitted e -> file.handlers = plus(file.handlers, e.officer());
            case DenunciationEvent.HandlerDismissed e ->
                file.handlers = file.handlers.stream()
                        .filter(one -> !one.equals(e.officer()))
                        .toList();
            case DenunciationEvent.CheckWidened e -> change(file, Denunciation::widened);
            case DenunciationEvent.SenderAnswered e -> change(file, before -> before.answered(e.repliedOn()));
            case DenunciationEvent.PassedToInspection e ->
                reply(file, Part.ReplyKind.PASSED_TO_INSPECTION, e.to(), e.reason(), r);
            case DenunciationEvent.DenunciationRefused e ->
                reply(file, Part.ReplyKind.NOT_ACCEPTED, e.ground().name(), e.reason(), r);
            case DenunciationEvent.AcceptanceNotified e ->
                change(
                        file,
                        before -> before.told(new Denunciation.Notice(
                                e.denouncerToldOn(), e.accusedToldOn(), e.told().clear())));
            case DenunciationEvent.SettlementProlonged e -> change(file, before -> before.prolonged(e.time()));
            case DenunciationEvent.DenunciationVerified e -> change(file, before -> before.with(verified(e)));
            case DenunciationEvent.VerificationReported e ->
                change(
                        file,
                        before -> before.with(new Denunciation.Report(e.text().clear(), e.proposed(), null)));
            case DenunciationEvent.VerificationReturned e -> change(file, before -> returned(before, e));
            case DenunciationEvent.DenunciationConcluded e -> change(file, before -> before.with(concluded(e)));
            case DenunciationEvent.ConclusionSent e -> change(file, before -> before.sent(e.sentOn()));
            case DenunciationEvent.MeasuresReckoned e -> {}
            case DenunciationEvent.ConclusionHandled e ->
                change(
                        file,
                        before -> before.with(new Denunciation.Handled(
                                e.handledOn(), null, e.measures().clear())));
            case DenunciationEvent.PassedToProsecution e ->
                change(
                        file,
                        before -> before.with(new Denunciation.Handled(
                                e.handledOn(), e.to(), e.what().clear())));
            case DenunciationEvent.WithdrawalSetAside e -> file.withdrawal = null;
            case DenunciationEvent.StopSent e -> {}
        }
    }

    private static void answered(CaseDraft file, LocalDate on, String text, boolean resettle) {
        if (file.onward.isEmpty()) return;
        List<Part.Onward> all = new ArrayList<>(file.onward);
        all.set(all.size() - 1, all.getLast().answered(on, text, resettle));
        file.onward = List.copyOf(all);
    }

    static void change(CaseDraft file, UnaryOperator<Denunciation> change) {
        file.denunciation = change.apply(Objects.requireNonNullElse(file.denunciation, Denunciation.NONE));
    }

    private static void protection(CaseDraft file, UnaryOperator<Part.Protection> change) {
        if (file.protection != null) file.protection = change.apply(file.protection);
    }

    private static void reply(CaseDraft file, Part.ReplyKind what, String detail, Sealed text, Happened<?> r) {
        file.replies = plus(file.replies, new Part.Reply(what, detail, text.clear(), r.at()));
    }

    private static Denunciation.Verified verified(DenunciationEvent.DenunciationVerified e) {
        return new Denunciation.Verified(
                e.report().clear(),
                e.findings().stream()
                        .map(found -> new Denunciation.Found(
                                found.point(), found.finding().clear(), found.verdict()))
                        .toList());
    }

    private static Denunciation returned(Denunciation before, DenunciationEvent.VerificationReturned e) {
        Denunciation.Report report = before.report();
        if (report == null) return before;
        return before.with(new Denunciation.Report(
                report.text(), report.proposed(), e.reasons().clear()));
    }

    private static Denunciation.Concluded concluded(DenunciationEvent.DenunciationConcluded e) {
        return new Denunciation.Concluded(
                e.number(),
                e.concludedOn(),
                e.verdict(),
                e.responsible().clear(),
                e.measures().clear(),
                clear(e.recommendations()));
    }

    private static @Nullable String clear(@Nullable Sealed text) {
        return text == null ? null : text.clear();
    }
}
