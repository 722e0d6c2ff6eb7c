package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.petition.Complexity;
import vn.caunoi.core.petition.CourtResult;
import vn.caunoi.core.petition.EnforcementProgress;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.RefusalGround;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.core.petition.ReopenGround;

/** What can be asked of a case outside its tasks, nothing checked yet. */
public sealed interface CaseInput {

    /** Parts that were recorded wrongly, with what is right; or another kind. */
    record Correct(
            @Schema(implementation = Kind.class) @Nullable String kind,
            @Nullable String subject,
            @Nullable String content,
            @Nullable String category,
            @Nullable String place,
            @Nullable Instant receivedAt,
            @Nullable LocalDate acceptedOn,
            HandInInput.@Nullable About about,
            @Nullable String against,
            @Nullable List<HandInInput.@Nullable Demand> points,
            @Nullable List<@Nullable CorrectedPerson> petitioners,
            @Nullable String reason)
            implements CaseInput {}

    /** @param id of the person in the case file; left out: the one in the same place of the list */
    @Schema(name = "CorrectedPetitioner")
    record CorrectedPerson(
            @Nullable String id,
            @Nullable String fullName,
            @Nullable String idNumber,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email,

            @Schema(implementation = PersonRole.class) @Nullable String role) {}

    /** @param to activity id of a step already done */
    record StepBack(@Nullable String to, @Nullable String reason) implements CaseInput {}

    record Reopen(
            @Schema(implementation = ReopenGround.class) @Nullable String ground,

            @Nullable String reason) implements CaseInput {}

    /** @param points numbers of the points; left out: the whole */
    record Withdraw(
            @Nullable List<@Nullable Integer> points,
            @Nullable String reason,
            @Nullable Instant occurredAt) implements CaseInput {}

    /** @param sort PLAN, SESSION, REQUEST, EVIDENCE or FINDING; {@code on} today when left out */
    record Worksheet(
            @Nullable String sort,
            @Nullable Integer point,
            @Nullable LocalDate on,
            @Nullable LocalDate replyBy,
            @Nullable String with,
            @Nullable String text)
            implements CaseInput {}

    record WorksheetReply(@Nullable LocalDate on, @Nullable String text) implements CaseInput {}

    /** @param officer account of who handles it too, or no longer */
    record Admitted(@Nullable String officer, @Nullable String reason) implements CaseInput {}

    /** @param overdue because it is not settled in time; else against what was concluded */
    record Onward(
            @Nullable Boolean overdue,
            @Nullable LocalDate receivedOn,
            @Nullable String what) implements CaseInput {}

    /** @param on first day of its legal effect; {@code reason} why it has it although it was contested */
    record Effect(@Nullable LocalDate on, @Nullable String reason) implements CaseInput {}

    /** @param noticedOn today when left out */
    record Meeting(
            @Nullable LocalDate noticedOn,
            @Nullable LocalDate meetingOn,
            @Nullable String place) implements CaseInput {}

    /** @param suedOn today when left out; {@code number} of the case and {@code acceptedOn} once the court has taken it on */
    record Suit(
            @Nullable LocalDate suedOn,
            @Nullable String court,
            @Nullable String number,
            @Nullable LocalDate acceptedOn) implements CaseInput {}

    /** @param on today when left out; {@code number} of the judgment or decision */
    record CourtEnd(
            @Schema(implementation = CourtResult.class) @Nullable String result,

            @Nullable LocalDate on,
            @Nullable String number,
            @Nullable String note)
            implements CaseInput {}

    record Enforcement(
            @Nullable String who,
            @Nullable String what,
            @Nullable LocalDate until) implements CaseInput {}

    /** @param on today when left out */
    record EnforcementReport(
            @Schema(implementation = EnforcementProgress.class) @Nullable String progress,

            @Nullable LocalDate on,
            @Nullable String text)
            implements CaseInput {}

    record Supplement(@Nullable String what, @Nullable Instant occurredAt) implements CaseInput {}

    /** @param stage stage word of the deadline; left out: the one that is due next
     *  @param unit {@code CALENDAR_DAYS} when left out */
    /** @param requestedOn today when left out */
    record Protect(
            @Nullable LocalDate requestedOn,
            @Nullable Boolean urgent,
            @Nullable String request) implements CaseInput {}

    /** @param officers accounts of those the petition is about */
    record Accused(@Nullable List<@Nullable String> officers) implements CaseInput {}

    record Extend(
            @Nullable String stage,
            @Nullable Integer amount,

            @Schema(implementation = LimitUnit.class) @Nullable String unit,

            @Nullable String reason,

            @Schema(implementation = Complexity.class) @Nullable String complexity)
            implements CaseInput {}

    /** @param from first day that does not count; today when left out */
    record Suspend(
            @Nullable String ground,
            @Nullable String reason,
            @Nullable LocalDate from) implements CaseInput {}

    /** @param on first day that counts again; today when left out */
    record Resume(@Nullable LocalDate on) implements CaseInput {}

    record Reassign(
            @Nullable String unit,
            @Nullable String officer,
            @Nullable String reason) implements CaseInput {}

    /** @param to unit; left out: the unit above */
    record Escalate(@Nullable String to, @Nullable String reason) implements CaseInput {}

    /** @param replyBy last day for the answer */
    record Urge(@Nullable String text, @Nullable LocalDate replyBy) implements CaseInput {}

    /** @param urging its number; left out: the first that is not answered */
    @Schema(name = "AnswerOfUrging")
    record AnswerUrging(@Nullable Integer urging, @Nullable String text) implements CaseInput {}

    /** @param petition id or code of the other one */
    record Link(
            @Nullable String petition,
            @Nullable String code,

            @Schema(implementation = Relation.class) @Nullable String relation,

            @Nullable String reason)
            implements CaseInput {}

    /**
     * What was found in a petition.
     *
     * @param competent whether the unit responsible may settle it
     * @param met conditions it meets; those it has to meet and that are not named are missing
     * @param ground one of the nine for which a complaint is not accepted
     */
    record Triage(
            @Schema(implementation = Kind.class) @Nullable String kind,
            @Nullable Boolean competent,
            @Nullable List<@Nullable String> met,

            @Schema(implementation = RefusalGround.class) @Nullable String ground,

            @Nullable List<@Nullable String> marks)
            implements CaseInput {}

    /** @param of id or code of the petition it repeats */
    record StoreDuplicate(@Nullable String of, @Nullable String reason) implements CaseInput {}

    /** @param unit another unit of the house */
    record Pass(@Nullable String unit, @Nullable String reason) implements CaseInput {}

    record PassBack(@Nullable String reason) implements CaseInput {}

    record Note(@Nullable String text) implements CaseInput {}

    record Reply(@Nullable String text) implements CaseInput {}

    record ReturnAnswer(@Nullable String reason) implements CaseInput {}

    /** @param score 1 (worst) to 5 */
    record Rate(@Nullable Integer score, @Nullable String comment) implements CaseInput {}

    /** @param into id or code of the petition that goes on */
    record Merge(@Nullable String into, @Nullable String reason) implements CaseInput {}

    /** @param petitions ids or codes of those that are about the same thing */
    record Gather(
            @Nullable List<@Nullable String> petitions,
            @Nullable String reason) implements CaseInput {}

    record Split(
            @Nullable List<@Nullable Part> parts, @Nullable String reason) implements CaseInput {}

    /** @param content that of the whole when left out; so are kind and category */
    @Schema(name = "SplitPart")
    record Part(
            @Nullable String subject,
            @Nullable String content,
            @Schema(implementation = Kind.class) @Nullable String kind,
            @Nullable String category,
            @Nullable List<HandInInput.@Nullable Demand> points) {}

    /** @param unit that settles it; left out: the unit above */
    record SecondComplaint(
            @Nullable String content,
            @Nullable String channel,
            @Nullable Instant receivedAt,
            @Nullable String unit,
            @Nullable List<HandInInput.@Nullable Demand> points)
            implements CaseInput {}
}
