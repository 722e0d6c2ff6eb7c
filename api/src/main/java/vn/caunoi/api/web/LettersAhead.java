package vn.caunoi.api.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.caunoi.api.letter.FormsInForce;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.processes.studio.WhatFollows.Next;
import vn.caunoi.projections.casefile.CaseFile;

/** Which letters go out after an outcome: those that tell of it, and those of the authority's own that the next step asks about. */
@Component
class LettersAhead {

    private final FormsInForce forms;

    LettersAhead(FormsInForce forms) {
        this.forms = forms;
    }

    /** As they are in force, for this kind of petition. */
    List<LetterForm> after(Act act, List<Next> next, CaseFile file, LocalDate today) {
        Set<String> steps = next.stream()
                .map(Next::form)
                .filter(Objects::nonNull)
                .map(form -> form + ".")
                .collect(Collectors.toSet());
        Stream<LetterForm> telling =
                telling(act, file.secondRound() != null).stream().flatMap(id -> forms.find(id, today).stream());
        Stream<LetterForm> asked = forms.on(today, file.kind()).stream()
                .filter(form -> !forms.isShipped(form))
                .filter(form -> form.fills().keySet().stream()
                        .anyMatch(field -> steps.stream().anyMatch(field::startsWith)));
        return Stream.concat(telling, asked)
                .filter(form -> form.isFor(file.kind()))
                .distinct()
                .toList();
    }

    /** The forms that tell what an act has brought. */
    static List<String> telling(Act act, boolean second) {
        return switch (act) {
            case REQUEST_SUPPLEMENT -> List.of("supplement-request");
            case GUIDE -> List.of("guidance");
            case TRANSFER -> List.of("transfer");
            case RETURN -> List.of("return");
            case STORE -> List.of("storing");
            case ACCEPT, ACCEPT_COMPLEX, ACCEPT_REMOTE, ACCEPT_COMPLEX_REMOTE ->
                List.of("acceptance", "verification-decision");
            case NOT_ACCEPT -> List.of("non-acceptance");
            case VERIFY -> List.of("verification-report");
            case CONVENE_DIALOGUE -> List.of("dialogue-invitation");
            case HOLD_DIALOGUE, HOLD_DIALOGUE_UNSIGNED, MISS_DIALOGUE -> List.of("dialogue-minutes");
            case APPROVE_RESOLUTION -> List.of(second ? "second-decision" : "first-decision");
            case TERMINATE -> List.of("settlement-termination");
            case APPROVE_ANSWER -> List.of("answer");
            case REPORT_PROGRESS -> List.of("progress");
            case ACCEPT_DENUNCIATION ->
                List.of("denunciation-acceptance", "denunciation-notice-denouncer", "denunciation-notice-accused");
            case REFUSE_DENUNCIATION -> List.of("denunciation-refusal");
            case REPORT_VERIFICATION -> List.of("denunciation-conclusion");
            default -> List.of();
        };
    }
}
