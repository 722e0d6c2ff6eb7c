package vn.caunoi.ops.server;

import java.time.format.DateTimeFormatter;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.caunoi.core.clock.BusinessClock;

/** Tells whoever started the program where it is to be found, once it can be used. */
@Component
class Greeting {
    private final Environment environment;
    private final BusinessClock clock;

    Greeting(Environment environment, BusinessClock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener
    void on(AvailabilityChangeEvent<ReadinessState> event) {
        boolean forOneCommand = environment.getProperty("caunoi.one-command", Boolean.class, false);
        if (forOneCommand || event.getState() != ReadinessState.ACCEPTING_TRAFFIC) return;
        String port = environment.getProperty("local.server.port", "?");
        System.out.printf("%nCaunoi is ready: http://127.0.0.1:%s%n", port);
        if (environment.getProperty("caunoi.demo", Boolean.class, false)) tellAccounts();
    }

    private void tellAccounts() {
        System.out.println("""
                Demonstration; the password is the account's name:
                  clerk1               reception desk, ward A
                  officer1, officer2   complaint officers, ward A
                  head1                head of ward A
                  officer3, head2      officer and head, ward B
                  clerkp, officerp     reception desk and officer of the province: second complaints
                  headp                head of the province
                  inspector1           supervisor, whole province
                  designer1, admin1    process designer, administrator
                  observer1            reads where cases stand, without names""");
        System.out.println("Business clock: "
                + clock.instant().atZone(BusinessClock.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        System.out.println("Stop with Ctrl-C.");
    }
}
