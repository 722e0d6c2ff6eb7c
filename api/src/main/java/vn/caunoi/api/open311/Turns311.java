package vn.caunoi.api.open311;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.caunoi.api.security.Throttle;

/** How often one address may read and ask within an hour, and how often everybody together may ask. */
@Component
class Turns311 {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String EVERYBODY = "";

    private final Throttle reading;
    private final Throttle asking;
    private final Throttle all;

    Turns311(
            @Value("${caunoi.open311.reads-each-hour:600}") int reads,
            @Value("${caunoi.online.each-hour:5}") int each,
            @Value("${caunoi.online.all-hour:300}") int all) {
        this.reading = new Throttle(reads, HOUR);
        // a program reports for several people
        this.asking = new Throttle(each * 4, HOUR);
        this.all = new Throttle(all, HOUR);
    }

    void mayRead(String address) {
        if (reading.isClosed(address)) throw refused();
        reading.failed(address);
    }

    void mayAsk(String address) {
        if (all.isClosed(EVERYBODY) || asking.isClosed(address)) throw refused();
        all.failed(EVERYBODY);
        asking.failed(address);
    }

    private static Refused311 refused() {
        return new Refused311(HttpStatus.TOO_MANY_REQUESTS, "too many requests, try again later");
    }
}
