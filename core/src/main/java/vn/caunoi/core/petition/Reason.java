package vn.caunoi.core.petition;

/** Why a command was refused, with how the API answers it. */
public enum Reason {
    INVALID_INPUT(Sort.RULE, "Some fields are not valid."),
    NO_SUCH_OUTCOME(Sort.RULE, "The task has no such outcome."),
    TASK_NOT_OPEN(Sort.CONFLICT, "The task is no longer open."),
    TASK_HELD_BY_ANOTHER(Sort.CONFLICT, "Somebody else holds the task."),
    TASK_NOT_HELD(Sort.CONFLICT, "You do not hold the task."),
    NOT_YOUR_TASK(Sort.FORBIDDEN, "The task is not for you."),
    NOT_ALLOWED(Sort.FORBIDDEN, "You may not do this."),
    NOT_CLASSIFIED_YET(Sort.RULE, "The petition has not been classified."),
    NOT_A_COMPLAINT(Sort.RULE, "Only a complaint can take this step."),
    SECOND_COMPLAINT_OPEN(Sort.CONFLICT, "A second complaint against this decision is being handled."),
    NOT_ACCEPTED_YET(Sort.RULE, "The complaint has not been accepted."),
    ALREADY_ACCEPTED(Sort.RULE, "The complaint was already accepted."),
    NOT_ASSIGNED_YET(Sort.RULE, "The petition has not been assigned to an officer."),
    NOT_VERIFIED_YET(Sort.RULE, "The complaint has not been verified."),
    DIALOGUE_NOT_CONVENED(Sort.RULE, "No dialogue was convened."),
    DIALOGUE_MISSING(Sort.RULE, "Demand and finding differ: a dialogue must be held before the resolution (LKN Đ30)."),
    NOT_DRAFTED_YET(Sort.RULE, "There is no draft of the resolution."),
    NOT_APPROVED_YET(Sort.RULE, "The resolution has not been approved by the head."),
    NOT_ISSUED_YET(Sort.RULE, "The resolution has not been issued."),
    ALREADY_ISSUED(Sort.RULE, "The resolution was already issued."),
    NOT_SENT_YET(Sort.RULE, "The resolution has not been sent."),
    NOT_PUBLISHED_YET(Sort.RULE, "The resolution has not been published."),
    ALREADY_CLOSED(Sort.RULE, "The petition is closed."),
    NOT_ANSWERED_YET(Sort.RULE, "The petition has not been answered."),
    ALREADY_ANSWERED(Sort.RULE, "The petition was already answered."),
    NOT_CLOSED(Sort.RULE, "The petition is not closed."),
    SUSPENDED(Sort.RULE, "The petition is suspended."),
    AWAITING_SUPPLEMENT(Sort.RULE, "The time does not count while the petitioner is to add something."),
    ALREADY_GUIDED(Sort.RULE, "The petitioner was already guided once on the same content (TT 05/2021 Đ6.2.b)."),
    NOT_MERGED(Sort.RULE, "It was not merged into that petition."),
    NOT_PASSED_ON(Sort.RULE, "It was not passed on to this unit, or was passed back already."),
    SUPERIOR_DECIDED(Sort.RULE, "The unit above has decided who settles it."),
    NO_HANDLING_FITS(Sort.RULE, "The handling table has no row for this."),
    NOT_SUSPENDED(Sort.RULE, "The petition is not suspended."),
    WITHDRAWN(Sort.RULE, "The petition was withdrawn."),
    NOT_WITHDRAWN(Sort.RULE, "The petition was not withdrawn."),
    ALREADY_RECEIVED(Sort.CONFLICT, "The petition was already received."),
    DEADLINE_PASSED(Sort.RULE, "The deadline has already passed."),
    NO_SUCH_POINT(Sort.RULE, "The petition has no such point, or it was withdrawn."),
    NO_SUCH_STEP(Sort.RULE, "The petition has not been at this step in the process it is in."),
    NO_SUCH_DEADLINE(Sort.RULE, "The petition has no such open deadline."),
    NOTHING_TO_CORRECT(Sort.RULE, "Nothing would change."),
    NO_SUCH_PERSON(Sort.RULE, "The petition has no such person."),
    ALREADY_LINKED(Sort.RULE, "The petitions are already linked in this way."),
    CANNOT_LINK_TO_ITSELF(Sort.RULE, "A petition cannot be linked to itself."),
    ALREADY_RATED(Sort.RULE, "The petition was already rated."),
    NO_SUCH_INCIDENT(Sort.RULE, "There is no such open incident."),
    NOT_ON_THAT_VERSION(Sort.RULE, "The case does not run on that version of the process."),
    BEFORE_RECEIPT(Sort.RULE, "A fact cannot lie before the petition was received."),
    IN_THE_FUTURE(Sort.RULE, "A fact cannot lie in the future."),
    UNIT_TAKEN(Sort.RULE, "The unit exists with another name or parent."),
    UNIT_ENDED(Sort.RULE, "The unit is no more."),
    REORGANISATION_BEGUN(Sort.CONFLICT, "The reorganisation was withdrawn, or has begun."),
    STILL_KEPT(Sort.RULE, "The time the case must be kept for has not passed."),
    NO_SUCH_FILE(Sort.RULE, "There is no such file, or it belongs to somebody else or to another case."),
    DATA_ERASED(Sort.RULE, "The personal data was erased."),
    MESSAGE_HAS_NOT_FAILED(Sort.CONFLICT, "Only a message that could not be delivered is sent again."),
    VISIT_ENDED(Sort.RULE, "The visit has already ended."),
    VISIT_NOT_ENDED(Sort.RULE, "How the visit ends is not recorded yet."),
    NOTHING_PROMISED(Sort.RULE, "Nothing was promised, or the promise was kept."),
    RESULT_ALREADY_TOLD(Sort.RULE, "The result was already told."),
    VISIT_STILL_OWED(Sort.RULE, "Something is still owed to the visitor: an answer, a call-back or the result."),
    NOT_CALLED_YET(Sort.RULE, "Nobody tried to call back yet."),
    SITTING_SETTLED(Sort.RULE, "The reception day was already held, missed or taken off the rota."),
    CONFERENCE_OVER(Sort.RULE, "The conference was already held or cancelled."),
    CONFERENCE_NOT_HELD(Sort.RULE, "The conference was not held yet."),
    ALREADY_PUBLISHED(Sort.RULE, "The result was already published."),
    ABOUT_THIS_OFFICER(Sort.RULE, "The petition is about this officer."),
    SETTLED_BEFORE(Sort.RULE, "Who worked on the first complaint has no part in the second (LKN Đ38)."),
    PROTECTION_UNDER_WAY(Sort.RULE, "A protection was asked for already, or stands."),
    NO_PROTECTION_ASKED(Sort.RULE, "No protection was asked for."),
    NOT_PROTECTED(Sort.RULE, "No protection stands."),
    WITHOUT_A_NAME(Sort.RULE, "A denunciation without a name is not accepted (LTC Đ25)."),
    NOT_REPORTED_YET(Sort.RULE, "The verification has not been reported."),
    NOT_CONCLUDED_YET(Sort.RULE, "There is no conclusion yet."),
    ALREADY_CONCLUDED(Sort.RULE, "The denunciation was already concluded."),
    CONCLUSION_NOT_SENT_YET(Sort.RULE, "The conclusion has not been sent."),
    NOT_HANDLED_YET(Sort.RULE, "The conclusion has not been acted upon."),
    ONWARD_UNDER_WAY(Sort.RULE, "It is before the superior already."),
    NO_ONWARD(Sort.RULE, "It is before no superior."),
    NOT_OVERDUE(Sort.RULE, "The time to settle it has not passed."),
    ALREADY_PROLONGED(Sort.RULE, "The limit was extended as often as the law allows (LTC Đ30)."),
    ONLY_IF_COMPLEX(Sort.RULE, "The limit of a denunciation is extended for its complexity only (LTC Đ30)."),
    ABSENT_ALREADY(Sort.RULE, "The officer is away on some of these days already."),
    NO_SUCH_ABSENCE(Sort.RULE, "The officer is not away from that day on."),
    NO_SUCH_URGING(Sort.RULE, "There is no such urging letter, or it was answered."),
    NO_SUCH_REQUEST(Sort.RULE, "The worksheet has no such request, or the reply has come."),
    NO_SUCH_LETTER(Sort.RULE, "The case has no such letter."),
    NO_SUCH_CONSULT(Sort.RULE, "The case asked for no such opinion, or the link does not open any more."),
    CONSULT_OVER(Sort.CONFLICT, "The opinion was already given, declined or taken back."),
    NOT_ASKED_OUTSIDE(Sort.RULE, "Only a body outside answers by a link."),
    LETTER_NOT_AT_THIS_STEP(Sort.CONFLICT, "The letter does not stand where this is done with it."),
    LETTER_CHANGED(Sort.CONFLICT, "The letter was drafted anew in the meantime."),
    LETTER_TOO_EARLY(Sort.RULE, "What the letter tells has not been recorded in the case yet."),
    MAY_NOT_SIGN_SO(Sort.FORBIDDEN, "Whoever signs may not sign letters of this unit in this way today."),
    NO_SUCH_SIGNER(Sort.RULE, "The unit has no such signer."),
    NUMBERS_TAKEN(Sort.RULE, "The book of this unit and year has given out this number already."),
    CHANGED_MEANWHILE(
            Sort.CONFLICT, "Another change came into force in the meantime: look at what would move once more."),
    NO_SUCH_CHANGE(Sort.CONFLICT, "There is no such change, or it was confirmed or withdrawn already."),
    DOSSIER_LENT(Sort.CONFLICT, "The dossier is lent out."),
    DOSSIER_GONE(Sort.CONFLICT, "The dossier was destroyed or handed over."),
    NOT_LENT(Sort.CONFLICT, "The dossier is not lent out."),
    PERIOD_NOT_OVER(Sort.RULE, "The period of the report is not over."),
    REPORT_SUBMITTED(Sort.CONFLICT, "The report was already submitted; recall it first."),
    REPORT_NOT_SUBMITTED(Sort.CONFLICT, "The report was not submitted, or was recalled."),
    SENT_NATIONALLY(Sort.CONFLICT, "The national database was sent this already, and nothing has changed since."),
    NOT_SENT_NATIONALLY(Sort.RULE, "The national database answers what it was sent; this was not."),
    ANSWER_ALREADY_PUBLISHED(Sort.RULE, "The answer was already published."),
    ANSWER_NOT_PUBLISHED(Sort.RULE, "No answer is published."),
    NOT_IN_COURT(Sort.RULE, "It is before no court."),
    COURT_HAS_ENDED(Sort.RULE, "The court has ended it already."),
    NOT_STOPPED_HERE(Sort.RULE, "A decision that is before a court or was annulled by one takes no effect here."),
    IN_EFFECT_ALREADY(Sort.RULE, "The decision has legal effect already."),
    NOT_IN_EFFECT(Sort.RULE, "The decision has no legal effect (LKN Đ44)."),
    MEETING_TOO_SOON(Sort.RULE, "The meeting lies too soon after its announcement (NĐ 124/2020 Đ29.3)."),
    NO_SUCH_ORDER(Sort.RULE, "Nothing of that number is to be carried out, or it was reported as ended."),
    SECOND_TOO_LATE(Sort.RULE, "The time to complain a second time has passed (LKN Đ33)."),
    NO_THIRD_COMPLAINT(Sort.RULE, "A second decision is not complained of again (LKN Đ11.7)."),
    NOT_FOR_THIS_KIND(Sort.RULE, "A petition of this kind does not take this step.");

    /** How it is answered over HTTP: 422, 409, 403. */
    public enum Sort {
        RULE,
        CONFLICT,
        FORBIDDEN
    }

    private final Sort sort;
    private final String text;

    Reason(Sort sort, String text) {
        this.sort = sort;
        this.text = text;
    }

    public Sort sort() {
        return sort;
    }

    /** Plain English; pages translate by name. */
    public String text() {
        return text;
    }
}
