package vn.caunoi.api.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.letter.Heading;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.WorksheetSort;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Deadline;
import vn.caunoi.projections.casefile.Denunciation;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.casefile.Part.Petitioner;
import vn.caunoi.projections.casefile.Resolution;

/**
 * What a case says for the words of a form, in Vietnamese. Who denounced is never among it: those words stay open and
 * are written in by whoever handles the case.
 */
final class CaseWords {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Map<String, String> words = new HashMap<>();
    private final CaseFile file;
    private final MessageSource messages;

    private CaseWords(CaseFile file, MessageSource messages) {
        this.file = file;
        this.messages = messages;
    }

    /** @param officer name of the officer responsible */
    static Map<String, String> of(
            CaseFile file, Heading heading, @Nullable String officer, LocalDate today, MessageSource messages) {
        CaseWords words = new CaseWords(file, messages);
        words.heading(heading, officer, today);
        words.petition();
        words.people();
        words.replies();
        words.acceptance();
        words.worksheet();
        words.verification();
        words.dialogue();
        words.resolution();
        words.answering();
        words.interruption();
        words.denunciation();
        return words.words;
    }

    private void heading(Heading heading, @Nullable String officer, LocalDate today) {
        put("unit", heading.name());
        put("place", heading.place());
        put("headTitle", heading.headTitle());
        put("officer", officer);
        put("today", day(today));
    }

    private void petition() {
        put("code", file.code());
        put("received", day(file.receivedAt()));
        put("subject", file.subject());
        // what somebody denounced in their own words tells who they are: it is written anew for others (LTC art. 8, 56)
        if (file.kind() != Kind.DENUNCIATION) put("content", file.content());
        put("against", file.against());
        Part.Disputed about = file.about();
        if (about != null) put("about", about(about));
        put(
                "points",
                file.points().stream()
                        .filter(point -> !point.withdrawn())
                        .map(point -> point.no() + ". " + point.demand())
                        .collect(Collectors.joining("\n")));
    }

    private static String about(Part.Disputed about) {
        StringBuilder words = new StringBuilder(Objects.requireNonNullElse(about.decision(), "quyết định, hành vi"));
        if (about.number() != null) words.append(" số ").append(about.number());
        if (about.date() != null) words.append(" ngày ").append(day(about.date()));
        if (about.issuer() != null) words.append(" của ").append(about.issuer());
        return words.toString();
    }

    private void people() {
        List<Petitioner> people =
                file.petitioners().stream().filter(one -> !one.isErased()).toList();
        put("petitioners", people.stream().map(Petitioner::fullName).collect(Collectors.joining("; ")));
        put("petitionerDetails", people.stream().map(CaseWords::details).collect(Collectors.joining("; ")));
    }

    private static String details(Petitioner one) {
        StringBuilder words = new StringBuilder(one.fullName());
        if (one.idNumber() != null) words.append(", số định danh cá nhân ").append(one.idNumber());
        if (one.address() != null) words.append(", địa chỉ: ").append(one.address());
        return words.toString();
    }

    private void replies() {
        for (Part.Reply reply : file.replies()) {
            switch (reply.what()) {
                case GUIDED -> reply("competentBody", "guidanceReason", reply);
                case TRANSFERRED -> reply("transferTo", "transferReason", reply);
                case RETURNED -> put("returnReason", reply.text());
                case STORED -> put("storeReason", reply.text());
                case NOT_ACCEPTED -> {
                    put("refusalGround", option(reply.detail()));
                    put("refusalReason", reply.text());
                }
                case ANSWERED -> put("answer", reply.text());
                case PASSED_TO_INSPECTION -> {}
            }
        }
        if (!file.supplements().isEmpty())
            put("supplement", file.supplements().getLast().requested());
    }

    private void reply(String who, String why, Part.Reply reply) {
        put(who, reply.detail());
        put(why, reply.text());
    }

    private void acceptance() {
        if (file.acceptance() != null) put("accepted", day(file.acceptance().acceptedOn()));
        file.deadlines().stream()
                .filter(one -> one.stage().startsWith("settle"))
                .reduce((before, last) -> last)
                .ifPresent(this::settling);
    }

    private void settling(Deadline deadline) {
        put("settleDue", day(deadline.due()));
        if (deadline.limit() == null) return;
        String unit = deadline.limit().unit() == LimitUnit.WORKING_DAYS ? " ngày làm việc" : " ngày";
        put("settleLimit", deadline.limit().amount() + unit);
    }

    /** What the worksheet says so far; what was verified in the end stands above it. */
    private void worksheet() {
        entries("worksheetPlan", WorksheetSort.PLAN);
        entries("worksheetSessions", WorksheetSort.SESSION);
        entries("worksheetRequests", WorksheetSort.REQUEST);
        entries("worksheetEvidence", WorksheetSort.EVIDENCE);
        entries("findings", WorksheetSort.FINDING);
    }

    private void entries(String word, WorksheetSort sort) {
        put(
                word,
                file.worksheet().stream()
                        .filter(one -> one.sort() == sort)
                        .map(CaseWords::entry)
                        .collect(Collectors.joining("\n")));
    }

    private static String entry(Part.WorksheetEntry one) {
        StringBuilder words = new StringBuilder("- Ngày ").append(day(one.on()));
        if (one.with() != null) words.append(", ").append(one.with());
        if (one.point() != null) words.append(", nội dung ").append(one.point());
        words.append(": ").append(one.text());
        if (one.reply() != null && one.repliedOn() != null) {
            words.append(" (trả lời ngày ")
                    .append(day(one.repliedOn()))
                    .append(": ")
                    .append(one.reply())
                    .append(")");
        }
        return words.toString();
    }

    private void verification() {
        if (file.verification() == null) return;
        put("report", file.verification().report());
        put(
                "findings",
                file.points().stream()
                        .filter(point -> point.finding() != null)
                        .map(point -> point.no() + ". " + point.finding() + " (" + option(point.result()) + ")")
                        .collect(Collectors.joining("\n")));
    }

    private void dialogue() {
        Part.Dialogue talk = file.dialogue();
        if (talk == null) return;
        put("dialogueAt", moment(talk.convenedFor()));
        put("dialoguePlace", talk.place());
        put("dialogueContent", talk.content());
        put("dialogueChair", talk.chair());
        put("dialogueOpinions", talk.opinions());
        put("dialogueResult", talk.result());
        if (talk.heldOn() != null) put("dialogueHeldOn", day(talk.heldOn()));
        put(
                "dialogueParticipants",
                talk.participants().stream()
                        .map(one -> "- " + one.name() + (one.part().isBlank() ? "" : " (" + one.part() + ")"))
                        .collect(Collectors.joining("\n")));
        put(
                "dialogueRefusals",
                talk.participants().stream()
                        .filter(one -> one.refusal() != null)
                        .map(one -> one.name() + ": " + one.refusal())
                        .collect(Collectors.joining("; ")));
    }

    private void resolution() {
        Resolution decision = file.resolution();
        if (decision == null) return;
        put("conclusion", small(option(decision.conclusion())));
        if (decision.effect() != null)
            put("effect", option(decision.effect()) + " quyết định, hành vi hành chính bị khiếu nại");
        put("decisionText", decision.text());
        put("legalBasis", decision.legalBasis());
        put("damages", decision.damages());
    }

    private void answering() {
        if (file.answering() == null) return;
        if (file.answering().answer() != null)
            put("answer", file.answering().answer().text());
        if (file.answering().news().isEmpty()) return;
        var last = file.answering().news().getLast();
        put("progress", last.text());
        put("expectedOn", day(last.expectedOn()));
    }

    private void interruption() {
        if (file.suspension() != null) {
            put("suspendedFrom", day(file.suspension().from()));
            put("suspensionGround", file.suspension().ground());
            put("suspensionReason", file.suspension().reason());
        }
        if (file.withdrawal() != null) put("withdrawalReason", file.withdrawal().reason());
    }

    private void denunciation() {
        Denunciation den = file.denunciation();
        if (den == null) return;
        if (den.verified() != null) put("verificationText", den.verified().report());
        if (den.report() != null) {
            put("verificationText", den.report().text());
            put("verdict", small(option(den.report().proposed())));
        }
        Denunciation.Concluded concluded = den.concluded();
        if (concluded == null) return;
        put("verdict", concluded.verdict() == null ? null : small(option(concluded.verdict())));
        put("responsible", concluded.responsible());
        put("measures", concluded.measures());
        put("recommendations", concluded.recommendations());
    }

    private void put(String word, @Nullable String value) {
        if (value != null && !value.isBlank() && !value.equals(Sealed.ERASED)) words.put(word, value.strip());
    }

    private String option(@Nullable Object value) {
        if (value == null) return "";
        String word = value.toString();
        return Objects.requireNonNullElse(messages.getMessage("option." + word, null, word, VIETNAMESE), word);
    }

    private static String small(String word) {
        return word.substring(0, 1).toLowerCase(VIETNAMESE) + word.substring(1);
    }

    /** A day as letters write it: days below ten and the months January and February with a zero before. */
    static String day(LocalDate day) {
        String month = day.getMonthValue() < 3 ? "0" + day.getMonthValue() : Integer.toString(day.getMonthValue());
        return "%02d tháng %s năm %d".formatted(day.getDayOfMonth(), month, day.getYear());
    }

    private static String day(Instant moment) {
        return day(DueDate.dayOf(moment));
    }

    private static String moment(Instant at) {
        var local = at.atZone(DueDate.ZONE);
        return "%02d giờ %02d ngày %s".formatted(local.getHour(), local.getMinute(), day(local.toLocalDate()));
    }
}
