package vn.caunoi.api.webhook;

import java.util.List;

/** The events that may be told of, by their stored names, which never change. */
public final class WebhookKinds {

    /** Sent when somebody asks for it. */
    public static final String TEST = "test";

    /** In the order in which they are offered. */
    public static final List<String> ALL = List.of(
            "petition.received",
            "petition.classified",
            "petition.transferred",
            "petition.passed",
            "petition.returned",
            "petition.stored",
            "petition.accepted",
            "petition.not-accepted",
            "petition.assigned",
            "petition.deadline-set",
            "petition.deadline-approaching",
            "petition.deadline-missed",
            "petition.deadline-extended",
            "petition.escalated",
            "petition.suspended",
            "petition.resumed",
            "petition.answered",
            "petition.resolution-issued",
            "petition.resolution-sent",
            "petition.published",
            "petition.withdrawn",
            "petition.closed",
            "petition.reopened",
            "letter.numbered",
            "letter.sent",
            "letter.delivered");

    private WebhookKinds() {}
}
