package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.api.security.AdminAccounts;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Progress;

class SessionsTest extends RunningApi {

    private static final String PASSWORD = "a password that is long";

    @Autowired
    private AdminAccounts accounts;

    @Autowired
    private Progress progress;

    @Test
    void a_new_password_ends_the_sessions_that_the_old_one_opened() {
        String name = appointed();
        PageVisitor before = signedIn(name, PASSWORD);
        accounts.changePassword(name, "another password, long too");
        assertThat(before.get("/inbox").path()).isEqualTo("/login");
        assertThat(signedIn(name, "another password, long too").get("/inbox").path())
                .isEqualTo("/inbox");
    }

    @Test
    void a_closed_account_loses_its_sessions_and_they_do_not_come_back_when_it_is_opened_again() {
        String name = appointed();
        PageVisitor visitor = signedIn(name, PASSWORD);
        accounts.disable(name);
        assertThat(visitor.call("GET", "/api/tasks", "", "").status()).isEqualTo(401);
        accounts.enable(name);
        assertThat(visitor.get("/inbox").path()).isEqualTo("/login");
    }

    @Test
    void a_closed_account_opens_to_no_password() {
        String name = appointed();
        nobody().as(name).withPassword(PASSWORD).get("/api/tasks").expect(200);
        accounts.disable(name);
        nobody().as(name).withPassword(PASSWORD).get("/api/tasks").expect(401);
    }

    @Test
    void an_account_without_a_password_opens_to_none() {
        String name = "p" + UUID.randomUUID();
        accounts.create(appointment(name), null);
        nobody().as(name).withPassword("").get("/api/tasks").expect(401);
        nobody().as(name).withPassword("{none}").get("/api/tasks").expect(401);
    }

    @Test
    void a_session_with_a_meaningless_authorization_header_does_not_get_around_the_csrf_token() {
        PageVisitor clerk = new PageVisitor(nobody().port()).as("clerk1");
        String petition = Samples.least().replace('\'', '"');
        assertThat(clerk.call("POST", "/api/petitions", "", petition).status()).isEqualTo(403);
        for (String junk : new String[] {"Junk x", "Bearer x", "Basic x", "Basic Y2xlcmsxOndyb25n", "x", " "})
            assertThat(clerk.call("POST", "/api/petitions", junk, petition).status())
                    .as(junk)
                    .isBetween(400, 403);
        assertThat(clerk.get("/inbox").path()).isEqualTo("/inbox");
    }

    private String appointed() {
        String name = "p" + UUID.randomUUID();
        accounts.create(appointment(name), PASSWORD);
        progress.awaitSettled(java.time.Duration.ofSeconds(30));
        return name;
    }

    private static AdminAccounts.Appointment appointment(String name) {
        return new AdminAccounts.Appointment(name, "Name of " + name, new UnitId("A"), Set.of(Role.OFFICER));
    }

    private PageVisitor signedIn(String name, String password) {
        PageVisitor visitor = new PageVisitor(nobody().port());
        visitor.post("/login", "/login", Map.of("username", name, "password", password))
                .expect(200);
        return visitor;
    }
}
