package vn.caunoi.core.form;

import java.util.Set;

/**
 * What an outcome does to the petition. The petition judges each by its legal preconditions; a form that comes with a
 * model may use any of them, or {@link #NONE} for a step no code knows.
 */
public enum Act {
    /** Nothing but the completed task and its data. */
    NONE,
    /** Fields: kind, category. */
    CLASSIFY("kind"),
    /** Fields: reason. */
    REQUEST_SUPPLEMENT("reason"),
    /** Fields: receivedOn, what. */
    RECEIVE_SUPPLEMENT("receivedOn", "what"),
    /** Fields: competentBody, reason (TT 05/2021). */
    GUIDE("competentBody", "reason"),
    /** Fields: to, reason. */
    TRANSFER("to", "reason"),
    /** Fields: to, reason. Given back to the press, deputy or authority that sent it on (TT 05/2021). */
    RETURN("to", "reason"),
    /** Fields: reason (TT 05/2021 Đ28). */
    STORE("reason"),
    /** Fields: answer. */
    ANSWER("answer"),
    /** Fields: officer. A proposal or feedback is taken on by giving it to who answers it. */
    TAKE_ON("officer"),
    /** Fields: unit, reason: another unit of the house is to answer. */
    PASS_TO_UNIT("unit", "reason"),
    /** Fields: answer. */
    DRAFT_ANSWER("answer"),
    /** No fields; by the head. */
    APPROVE_ANSWER,
    /** Fields: reasons; by the head. */
    RETURN_ANSWER("reasons"),
    /** Fields: sentOn, number. */
    SEND_ANSWER("sentOn"),
    /** Fields: publishedOn, way, question, publicAnswer, place; none may name or reach a petitioner. */
    PUBLISH_ANSWER("publishedOn", "way", "question", "publicAnswer"),
    /** Fields: progress, expectedOn (QĐ 574/QĐ-TTg). */
    REPORT_PROGRESS("progress", "expectedOn"),
    /** Fields: acceptedOn. */
    ACCEPT("acceptedOn"),
    /** Fields: acceptedOn, complexityReason; 45 days (LKN Đ28). */
    ACCEPT_COMPLEX("acceptedOn", "complexityReason"),
    /** Fields: acceptedOn, complexityReason; 45 days (LKN Đ28). */
    ACCEPT_REMOTE("acceptedOn", "complexityReason"),
    /** Fields: acceptedOn, complexityReason; 60 days (LKN Đ28). */
    ACCEPT_COMPLEX_REMOTE("acceptedOn", "complexityReason"),
    /** Fields: ground, reason (LKN Đ11). */
    NOT_ACCEPT("ground", "reason"),
    /** Fields: officer. */
    ASSIGN("officer"),
    /** Fields: report, and for each point finding_n, result_n. Whether it differs from the demands follows from the results. */
    VERIFY("report", "finding", "result"),
    /** Fields: heldAt, place, content. */
    CONVENE_DIALOGUE("heldAt", "place", "content"),
    /** Fields: heldOn, place, chair, participants (one a line: name; part), opinions, result. All signed. */
    HOLD_DIALOGUE("heldOn", "place", "chair", "participants", "opinions", "result"),
    /** As {@link #HOLD_DIALOGUE}, and refused (names, one a line), refusalReason: some refused to sign. */
    HOLD_DIALOGUE_UNSIGNED(
            "heldOn", "place", "chair", "participants", "opinions", "result", "refused", "refusalReason"),
    /** Fields: heldOn, absent, reason. */
    MISS_DIALOGUE("heldOn", "absent"),
    /** Fields: conclusion, effect, text, legalBasis, damages. */
    DRAFT_RESOLUTION("conclusion", "effect", "text", "legalBasis"),
    /** No fields. */
    APPROVE_RESOLUTION,
    /** Fields: reasons. */
    RETURN_RESOLUTION("reasons"),
    /** Fields: number, issuedOn. */
    ISSUE_RESOLUTION("number", "issuedOn"),
    /** Fields: sentOn, recipients. */
    SEND_RESOLUTION("sentOn", "recipients"),
    /** Fields: publishedOn, way, place. */
    PUBLISH("publishedOn", "way"),
    /** Fields: note. */
    CLOSE,
    /** Fields: decisionNumber, decidedOn: the decision that ends a withdrawn case. */
    TERMINATE("decisionNumber", "decidedOn"),
    /** Fields: reason. The initial check of a denunciation takes several places or another body (LTC Đ24.1). */
    WIDEN_CHECK("reason"),
    /** Fields: repliedOn, reply (LTC Đ26.2). */
    REPLY_SENDER("repliedOn", "reply"),
    /** Fields: to, reason: without a name but with evidence (LTC Đ25.2). */
    PASS_TO_INSPECTION("to", "reason"),
    /** Fields: acceptedOn; by the head (LTC Đ29). */
    ACCEPT_DENUNCIATION("acceptedOn"),
    /** Fields: ground, reason; by the head (LTC Đ29). */
    REFUSE_DENUNCIATION("ground", "reason"),
    /** Fields: denouncerToldOn, accusedToldOn, told (LTC Đ29.3). */
    NOTIFY_ACCEPTANCE("denouncerToldOn", "accusedToldOn", "told"),
    /** Fields: report, and for each point finding_n, verdict_n (LTC Đ31). */
    VERIFY_DENUNCIATION("report", "finding", "verdict"),
    /** Fields: text, verdict. */
    REPORT_VERIFICATION("text", "verdict"),
    /** Fields: reasons; by the head. */
    RETURN_VERIFICATION("reasons"),
    /** Fields: number, concludedOn, verdict, responsible, measures, recommendations; by the head (LTC Đ35). */
    CONCLUDE("number", "concludedOn", "verdict", "responsible", "measures"),
    /** Fields: sentOn, recipients, denouncerToldOn (LTC Đ35). */
    SEND_CONCLUSION("sentOn", "recipients", "denouncerToldOn"),
    /** Fields: handledOn, measures (LTC Đ36). */
    HANDLE_CONCLUSION("handledOn", "measures"),
    /** Fields: handledOn, to, measures: signs of a crime (LTC Đ36). */
    PROSECUTE("handledOn", "to", "measures"),
    /** Fields: publishedOn, way, place (LTC Đ40). */
    PUBLISH_CONCLUSION("publishedOn", "way"),
    /** Fields: ground, reason: settled although withdrawn; by the head (LTC Đ33). */
    SET_WITHDRAWAL_ASIDE("ground", "reason"),
    /** Fields: sentOn, recipients: the decision that suspends or stops (LTC Đ34). */
    SEND_STOP("sentOn", "recipients"),
    /** Fields: number, decidedOn, measures (LTC Đ47-58). */
    GRANT_PROTECTION("number", "decidedOn", "measures"),
    /** Fields: decidedOn, reason. */
    DENY_PROTECTION("decidedOn", "reason"),
    /** Fields: ground, endedOn, reason. */
    END_PROTECTION("ground", "endedOn", "reason"),
    /** Fields: decidedOn, reason: the superior leaves what was concluded (LTC Đ37). */
    LEAVE_CONCLUSION("decidedOn", "reason"),
    /** Fields: decidedOn, reason: the superior has it settled anew (LTC Đ37). */
    HAVE_RESETTLED("decidedOn", "reason"),
    /** Fields: reportedOn, text: why it is not settled yet (LTC Đ38). */
    REPORT_OVERDUE("reportedOn", "text");

    private final Set<String> needs;

    Act(String... needs) {
        this.needs = Set.of(needs);
    }

    /** Ids of the fields without which it cannot be carried out. */
    public Set<String> needs() {
        return needs;
    }
}
