package vn.caunoi.core.ledger;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on an aggregate whose events all begin with the id of their stream. As the stream is stored beside each event
 * anyway, that member is not written into the body, and put back on reading. Never changes once events were recorded.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TellsStream {

    /** Name of that member, for example {@code petition}. */
    String value();
}
