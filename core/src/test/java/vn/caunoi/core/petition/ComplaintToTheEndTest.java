package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;

import org.junit.jupiter.api.Test;

class ComplaintToTheEndTest {

    @Test
    void a_complaint_goes_all_the_way() {
        var petition = Petitions.given()
                .andGivenCommands(
                        new IntakeCommand.HandIn(ID, "K7M4-PX9T-2HC0", "hash", content()),
                        new Report.StartedProcess(ID, "petition-intake", 1),
                        new DeadlineCommand.SetDeadline(ID, "process", Basis.RECEIVED, rule("process", 20)),
                        open("classify"),
                        complete("classify", "classified", OFFICER, "kind", "COMPLAINT"),
                        new Report.EndedProcess(ID, "petition-intake", "to-complaint"),
                        new Report.StartedProcess(ID, "complaint", 1),
                        new DeadlineCommand.SetDeadline(ID, "accept_1", Basis.RECEIVED, rule("accept_1", 20)),
                        open("decide-acceptance"),
                        complete("decide-acceptance", "accept", OFFICER, "acceptedOn", "2026-11-18"),
                        new DeadlineCommand.SetDeadline(ID, "settle_1", Basis.ACCEPTED, rule("settle_1", 30)),
                        open("assign"),
                        complete("assign", "assigned", OFFICER, "officer", "officer1"),
                        open("verify"),
                        complete(
                                "verify",
                                "verified",
                                OFFICER,
                                "report",
                                "r",
                                "finding_1",
                                "f",
                                "result_1",
                                "RIGHT",
                                "finding_2",
                                "f",
                                "result_2",
                                "WRONG"),
                        open("convene-dialogue"),
                        complete(
                                "convene-dialogue",
                                "convened",
                                OFFICER,
                                "heldAt",
                                "2026-11-20T09:00:00+07:00",
                                "place",
                                "Hội trường",
                                "content",
                                "c"),
                        open("hold-dialogue"),
                        complete(
                                "hold-dialogue",
                                "held-unsigned",
                                OFFICER,
                                "heldOn",
                                "2026-11-18",
                                "place",
                                "p",
                                "chair",
                                "Minh",
                                "participants",
                                "Lan; người khiếu nại\nHùng",
                                "opinions",
                                "o",
                                "result",
                                "r",
                                "refused",
                                "lan",
                                "refusalReason",
                                "không đồng ý"),
                        open("draft-resolution"),
                        complete(
                                "draft-resolution",
                                "drafted",
                                OFFICER,
                                "conclusion",
                                "PARTLY_RIGHT",
                                "effect",
                                "AMEND",
                                "text",
                                "t",
                                "legalBasis",
                                "l"),
                        open("approve-resolution"),
                        complete("approve-resolution", "approve", HEAD),
                        open("issue-resolution"),
                        complete("issue-resolution", "issued", OFFICER, "number", "1", "issuedOn", "2026-11-18"),
                        new DeadlineCommand.SetDeadline(ID, "send_1", Basis.ISSUED, rule("send_1", 3)),
                        new DeadlineCommand.SetDeadline(ID, "publish", Basis.ISSUED, rule("publish", 15)),
                        open("send-resolution"),
                        complete("send-resolution", "sent", OFFICER, "sentOn", "2026-11-18", "recipients", "Lan"),
                        open("publish"),
                        complete("publish", "published", OFFICER, "publishedOn", "2026-11-18", "way", "WEBSITE"),
                        open("close"));
        var result = petition.when(complete("close", "close", OFFICER, "note", "Xong"));
        Petitions.expect(
                result,
                TaskEvent.TaskClaimed.class,
                CaseEvent.NoteAdded.class,
                CaseEvent.PetitionClosed.class,
                TaskEvent.TaskCompleted.class);
    }

    private static Report.OpenTask open(String form) {
        var opened = opened(form);
        return new Report.OpenTask(ID, opened.task(), "complaint", form, 1, form, opened.form(), opened.group(), false);
    }
}
