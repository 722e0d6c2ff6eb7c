package vn.caunoi.api.security;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The accounts of the demo, whose password is their name. They are made, and open, only with {@code caunoi.demo=true}. */
@Component
public class DemoAccounts {

    private final Accounts accounts;
    private final boolean demo;

    DemoAccounts(Accounts accounts, @Value("${caunoi.demo:false}") boolean demo) {
        this.accounts = accounts;
        this.demo = demo;
        if (!demo) accounts.disableDemoAccounts();
    }

    /** Makes those that are missing; refuses outside demo mode. */
    public void create(List<String> names) {
        if (!demo) throw new IllegalStateException("demo accounts exist only in demo mode");
        names.forEach(accounts::createForDemo);
    }
}
