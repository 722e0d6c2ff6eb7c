package vn.caunoi.api.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.message.Signature;

/** Hands an event to its receiver, signed as Standard Webhooks has it. Follows no redirect. */
@Component
class WebhookPost {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** @param problem word for why it was not taken; null when it was */
    record Answer(@Nullable Integer status, @Nullable String problem) {

        boolean isTaken() {
            return problem == null;
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final OutsideOnly outside;
    private final Clock clock;

    WebhookPost(OutsideOnly outside, Clock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    Answer hand(URI url, String secret, WebhookRows.Due one) {
        if (!outside.mayGo(url)) return new Answer(null, "inside");
        try {
            HttpResponse<Void> answer = client.send(request(url, secret, one), HttpResponse.BodyHandlers.discarding());
            int status = answer.statusCode();
            return new Answer(status, status / 100 == 2 ? null : "refused");
        } catch (IOException | IllegalArgumentException away) {
            // an address that was taken before its port was looked at, too
            return new Answer(null, "no-answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer(null, "no-answer");
        }
    }

    private HttpRequest request(URI url, String secret, WebhookRows.Due one) {
        Instant now = clock.instant();
        return HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/cloudevents+json; charset=UTF-8")
                .header("webhook-id", one.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", new Signature(secret).of(one.id(), now, one.body()))
                .POST(HttpRequest.BodyPublishers.ofString(one.body(), StandardCharsets.UTF_8))
                .build();
    }
}
