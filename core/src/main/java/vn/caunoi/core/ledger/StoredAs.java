package vn.caunoi.core.ledger;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permanent name and revision under which an event (or a snapshot) is stored, independent of its Java class.
 * Names are short, in the words of the law, and never change: {@code petition.received}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredAs {

    /** Logical name, for example {@code petition.received}. */
    String value();

    /** Counts the shapes this name has had; raised only together with an upcaster. */
    int revision() default 1;
}
