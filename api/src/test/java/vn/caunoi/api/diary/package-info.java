@NullMarked
package vn.caunoi.api.diary;

import org.jspecify.annotations.NullMarked;
