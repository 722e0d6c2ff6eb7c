/** Decisions for everybody: what is to be blacked out is found and proposed, chosen by one, looked at by another. */
@NullMarked
package vn.caunoi.api.redaction;

import org.jspecify.annotations.NullMarked;
