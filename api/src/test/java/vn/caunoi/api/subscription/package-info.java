@NullMarked
package vn.caunoi.api.subscription;

import org.jspecify.annotations.NullMarked;
