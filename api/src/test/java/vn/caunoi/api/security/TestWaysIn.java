package vn.caunoi.api.security;

import org.springframework.core.env.Environment;

/** Ways in as they are configured. */
public final class TestWaysIn {

    private TestWaysIn() {}

    public static WaysIn of(Environment settings) {
        return new WaysIn(settings);
    }
}
