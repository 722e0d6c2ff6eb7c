package vn.caunoi.api.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.message.Signature;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** Receivers of webhooks, for administrators. */
@Component
public class WebhookDesk {

    private static final int LONGEST = 1_000;
    private static final int MOST = 50;
    private static final int ROWS = 100;
    private static final int SECRET_BYTES = 32;
    private static final String PREFIX = "whsec_";

    /**
     * Nothing checked yet.
     *
     * @param secret base64 of 24 bytes or more, with or without {@code whsec_}; made here when left out
     */
    public record Given(
            @Nullable String url,
            @Nullable String secret,
            @Nullable List<@Nullable String> kinds) {}

    /** @param secret shown this once */
    public record Registered(String id, String secret) {}

    /** How a receiver answered. @param problem null when it took it */
    public record Tried(@Nullable Integer status, @Nullable String problem) {}

    private final WebhookRows rows;
    private final WebhookEvents events;
    private final WebhookRounds rounds;
    private final OutsideOnly outside;
    private final Clock clock;

    WebhookDesk(WebhookRows rows, WebhookEvents events, WebhookRounds rounds, OutsideOnly outside, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.rounds = rounds;
        this.outside = outside;
        this.clock = clock;
    }

    public List<Webhook> all(Actor by) {
        mustBeAllowed(by);
        return rows.all();
    }

    public Webhook find(String id, Actor by) {
        mustBeAllowed(by);
        return rows.find(id).orElseThrow(NotFound::new);
    }

    /** The newest first. */
    public List<Webhook.Delivery> deliveries(String id, Actor by) {
        return rows.newest(find(id, by).id(), ROWS);
    }

    public Registered register(Given given, Actor by) {
        mustBeAllowed(by);
        Input input = new Input();
        URI url = url(given.url(), input);
        List<String> kinds = kinds(given.kinds(), input);
        String secret = secret(given.secret(), input);
        if (rows.all().size() >= MOST) input.wrong("url", "too-many", "there are " + MOST + " already");
        input.mustBeValid();
        String id = UUID.randomUUID().toString();
        rows.insert(
                id, url, secret.getBytes(StandardCharsets.UTF_8), kinds, by.id().value());
        return new Registered(id, secret);
    }

    private URI url(@Nullable String given, Input input) {
        String text = input.required("url", given, LONGEST);
        try {
            URI url = new URI(text);
            if (!text.isEmpty()) outside.check(url, input);
            return url;
        } catch (URISyntaxException e) {
            input.wrong("url", "malformed", "is https://HOST/PATH");
            return URI.create("");
        }
    }

    private static List<String> kinds(@Nullable List<@Nullable String> given, Input input) {
        List<String> kinds = new ArrayList<>();
        if (given != null) {
            for (String kind : given) {
                if (kind == null || !WebhookKinds.ALL.contains(kind))
                    input.wrong("kinds", "not-an-option", "has what is no kind of event: " + kind);
                else if (!kinds.contains(kind)) kinds.add(kind);
            }
        }
        if (kinds.isEmpty()) input.wrong("kinds", "required", "is required");
        return kinds;
    }

    private static String secret(@Nullable String given, Input input) {
        String text = input.optional("secret", given, LONGEST);
        if (text == null) return fresh();
        try {
            new Signature(text).of("", Instant.EPOCH, "");
        } catch (IllegalStateException wrong) {
            input.wrong("secret", "malformed", "is base64 of 24 bytes or more");
        }
        return text;
    }

    private static String fresh() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** Sends an event that tells of nothing, now, also to one that is switched off. */
    public Tried test(String id, Actor by) {
        Webhook to = find(id, by);
        WebhookPost.Answer answer =
                rounds.deliver(to, rows.noteOne(to.id(), WebhookKinds.TEST, events.test(to.id(), clock.instant())));
        return new Tried(answer.status(), answer.problem());
    }

    /** @param what {@code off}, {@code on} or {@code remove} */
    public void act(String id, String what, Actor by) {
        Webhook to = find(id, by);
        switch (what) {
            case "off" -> rows.switchOff(to.id(), "BY_HAND");
            case "on" -> rows.switchOn(to.id());
            case "remove" -> rows.remove(to.id());
            default -> throw new NotFound();
        }
    }

    private static void mustBeAllowed(Actor by) {
        if (!by.is(Role.ADMIN)) throw Refusal.because(Reason.NOT_ALLOWED);
    }
}
