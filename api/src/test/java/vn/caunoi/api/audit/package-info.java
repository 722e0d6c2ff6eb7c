@NullMarked
package vn.caunoi.api.audit;

import org.jspecify.annotations.NullMarked;
