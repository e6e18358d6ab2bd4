using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AwardArchive.Archive.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Mentions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Entries_Documents_DocumentId",
                table: "Entries");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Entries",
                table: "Entries");

            migrationBuilder.RenameTable(
                name: "Entries",
                newName: "Mentions");

            migrationBuilder.RenameIndex(
                name: "IX_Entries_NameKey",
                table: "Mentions",
                newName: "IX_Mentions_NameKey");

            migrationBuilder.RenameIndex(
                name: "IX_Entries_DocumentId_Ordinal",
                table: "Mentions",
                newName: "IX_Mentions_DocumentId_Ordinal");

            migrationBuilder.AddColumn<int>(
                name: "Row",
                table: "Corrections",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "Value",
                table: "Mentions",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<string>(
                name: "CertificateKey",
                table: "Mentions",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Mentions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_Mentions",
                table: "Mentions",
                column: "Id");

            migrationBuilder.CreateTable(
                name: "MatchTurns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Seen = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatchTurns", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Mentions_CertificateKey",
                table: "Mentions",
                column: "CertificateKey",
                filter: "\"CertificateKey\" IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Mentions_Documents_DocumentId",
                table: "Mentions",
                column: "DocumentId",
                principalTable: "Documents",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Mentions_Documents_DocumentId",
                table: "Mentions");

            migrationBuilder.DropTable(
                name: "MatchTurns");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Mentions",
                table: "Mentions");

            migrationBuilder.DropIndex(
                name: "IX_Mentions_CertificateKey",
                table: "Mentions");

            migrationBuilder.DropColumn(
                name: "Row",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "CertificateKey",
                table: "Mentions");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Mentions");

            migrationBuilder.RenameTable(
                name: "Mentions",
                newName: "Entries");

            migrationBuilder.RenameIndex(
                name: "IX_Mentions_NameKey",
                table: "Entries",
                newName: "IX_Entries_NameKey");

            migrationBuilder.RenameIndex(
                name: "IX_Mentions_DocumentId_Ordinal",
                table: "Entries",
                newName: "IX_Entries_DocumentId_Ordinal");

            migrationBuilder.AlterColumn<string>(
                name: "Value",
                table: "Entries",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_Entries",
                table: "Entries",
                column: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_Entries_Documents_DocumentId",
                table: "Entries",
                column: "DocumentId",
                principalTable: "Documents",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
